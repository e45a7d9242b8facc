using System.Text.Json.Serialization;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.LargeUploads;

/// <summary>The answer to <c>POST /uploads</c>.</summary>
/// <param name="Id">The id of the image to be.</param>
/// <param name="Upload">The request that carries its bytes.</param>
internal sealed record CreatedUpload(string Id, UploadTarget Upload);

/// <summary>The request that a client sends to S3.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">The presigned URL.</param>
/// <param name="Headers">What must be sent with it, exactly so: S3 refuses anything else.</param>
/// <param name="ExpiresAt">The last moment at which the request may begin.</param>
internal sealed record UploadTarget(
    string Method,
    string Url,
    IReadOnlyDictionary<string, string> Headers,
    [property: JsonConverter(typeof(TimestampConverter))] DateTimeOffset ExpiresAt);
