using System.Text.Json.Serialization;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Listing;

[JsonSerializable(typeof(ImagePage))]
internal sealed partial class PageJson : JsonSerializerContext
{
    static PageJson() => Default = new PageJson(JsonOptions.ForContext());
}
