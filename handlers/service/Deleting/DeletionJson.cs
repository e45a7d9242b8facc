using System.Text.Json.Serialization;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Deleting;

/// <summary>What became of several images, in JSON.</summary>
[JsonSerializable(typeof(Deletions))]
internal sealed partial class DeletionJson : JsonSerializerContext
{
    static DeletionJson() => Default = new DeletionJson(JsonOptions.ForContext());
}
