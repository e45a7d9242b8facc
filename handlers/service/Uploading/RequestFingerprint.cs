using System.Text.Json;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Uploading;

/// <summary>What a repeated request has in common with the first, in any form: the image, and its file name, owner and metadata.</summary>
internal static class RequestFingerprint
{
    public static string Of(Upload upload, byte[] sha256) => Convert.ToHexStringLower(Fingerprint.Of(
        Convert.ToHexStringLower(sha256), upload.FileName, upload.DeclaredType, upload.Owner, upload.Metadata is null ? null : Json(upload.Metadata)));

    /// <summary>Some languages give the members of an object in another order each time.</summary>
    private static string Json(ImageMetadata metadata)
    {
        var sorted = metadata.Attributes is null ? null : new SortedDictionary<string, string>(metadata.Attributes.ToDictionary(), StringComparer.Ordinal);
        return JsonSerializer.Serialize(metadata with { Attributes = sorted }, ImageJson.Default.ImageMetadata);
    }
}
