using System.Text.Json.Serialization;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Reading;

/// <summary>Where the bytes of an image can be fetched without this API.</summary>
/// <param name="DownloadUrl">A presigned URL of S3, for GET.</param>
/// <param name="ExpiresAt">The last moment at which a download may begin: in an hour at most.</param>
internal sealed record DownloadLink(
    string DownloadUrl,
    [property: JsonConverter(typeof(TimestampConverter))] DateTimeOffset ExpiresAt);
