using System.Text.Json.Serialization;
using ImageService.Handlers.Formats;

namespace ImageService.Handlers.Images;

/// <summary>An image as the API shows it.</summary>
/// <param name="Id">The id, a UUID of version 7.</param>
/// <param name="FileName">The file name.</param>
/// <param name="ContentType">The type of the bytes, by their signature: <c>image/jpeg</c>.</param>
/// <param name="Size">The length of the bytes.</param>
/// <param name="Width">In pixels, as stored: the orientation is not applied.</param>
/// <param name="Height">In pixels, as stored: the orientation is not applied.</param>
/// <param name="Orientation">How a viewer turns the pixels, 2 to 8 as EXIF numbers it; absent when it leaves them as they are, or nothing is known.</param>
/// <param name="Sha256">The SHA-256 of the bytes, in lower-case hexadecimal.</param>
/// <param name="Owner">Whose image it is; absent when none was given.</param>
/// <param name="Metadata">What people say about it; absent when nothing was said.</param>
/// <param name="CreatedAt">The millisecond of the id.</param>
/// <param name="UpdatedAt">When the metadata was last changed.</param>
/// <param name="Version">1 for a new image, one more for each change.</param>
public sealed record Image(
    string Id,
    string FileName,
    string ContentType,
    long Size,
    int Width,
    int Height,
    int? Orientation,
    string Sha256,
    string? Owner,
    ImageMetadata? Metadata,
    [property: JsonConverter(typeof(TimestampConverter))] DateTimeOffset CreatedAt,
    [property: JsonConverter(typeof(TimestampConverter))] DateTimeOffset UpdatedAt,
    long Version)
{
    /// <summary>A new image: its times are that of its id, whenever the item is written.</summary>
    internal static Image New(
        ImageId id, string fileName, ImageFormat format, ImageHeader header, long length, string sha256, string? owner, ImageMetadata? metadata) => new(
            id.ToString(),
            fileName,
            format.ContentType,
            length,
            header.Size.Width,
            header.Size.Height,
            header.Orientation,
            sha256,
            owner,
            metadata,
            CreatedAt: id.CreatedAt,
            UpdatedAt: id.CreatedAt,
            Version: 1);

    /// <summary>Whether the bucket may have variants of it.</summary>
    internal bool HasVariants { get; init; }

    /// <summary>The strong ETag of the metadata: its version.</summary>
    internal string MetadataETag => ETagOf(Version);

    /// <summary>The strong ETag of a version.</summary>
    internal static string ETagOf(long version) => $"\"v{version}\"";

    /// <summary>The Content-Disposition of the bytes.</summary>
    internal string Disposition => InlineDisposition.Of(FileName);

    /// <summary>The strong ETag of the bytes: their SHA-256.</summary>
    internal string BytesETag => $"\"{Sha256}\"";
}
