using System.Text.Json.Serialization;

namespace ImageService.Handlers.Http;

/// <summary>Problem details in JSON.</summary>
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ProblemJson : JsonSerializerContext
{
    static ProblemJson() => Default = new ProblemJson(JsonOptions.ForContext());
}
