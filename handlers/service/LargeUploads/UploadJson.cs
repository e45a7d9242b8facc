using System.Text.Json.Serialization;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.LargeUploads;

/// <summary>A new upload in JSON.</summary>
[JsonSerializable(typeof(CreatedUpload))]
internal sealed partial class UploadJson : JsonSerializerContext
{
    static UploadJson() => Default = new UploadJson(JsonOptions.ForContext());
}
