using System.Text.Json.Serialization;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Images;

[JsonSerializable(typeof(Image))]
[JsonSerializable(typeof(ImageMetadata))]
internal sealed partial class ImageJson : JsonSerializerContext
{
    static ImageJson() => Default = new ImageJson(JsonOptions.ForContext());
}
