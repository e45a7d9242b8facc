using System.Text.Json.Serialization;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Reading;

/// <summary>A download URL in JSON.</summary>
[JsonSerializable(typeof(DownloadLink))]
internal sealed partial class LinkJson : JsonSerializerContext
{
    static LinkJson() => Default = new LinkJson(JsonOptions.ForContext());
}
