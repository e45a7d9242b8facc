using System.Text.Json.Serialization;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Updating;

/// <summary>What can be changed about an image, in JSON.</summary>
[JsonSerializable(typeof(ImageFields))]
internal sealed partial class FieldJson : JsonSerializerContext
{
    static FieldJson() => Default = new FieldJson(JsonOptions.ForContext());
}
