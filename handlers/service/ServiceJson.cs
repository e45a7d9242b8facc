using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using ImageService.Handlers.LargeUploads;
using ImageService.Handlers.Listing;
using ImageService.Handlers.Reading;
using ImageService.Handlers.Updating;

namespace ImageService.Handlers;

/// <summary>All JSON that the API writes, by source generation. What comes in is read by <see cref="Http.RequestJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Image))]
[JsonSerializable(typeof(ImagePage))]
[JsonSerializable(typeof(ImageFields))]
[JsonSerializable(typeof(DownloadLink))]
[JsonSerializable(typeof(ImageMetadata))]
[JsonSerializable(typeof(CreatedUpload))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ServiceJson : JsonSerializerContext
{
    static ServiceJson() => Default = new ServiceJson(new JsonSerializerOptions(s_defaultOptions)
    {
        // Any language is readable as it is; the answers are no HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowDuplicateProperties = false,
        // metadata.attributes is the deepest that the API reads.
        MaxDepth = 8,
    });
}
