using System.Globalization;

namespace EmbeddedAws.S3.Objects;

/// <summary>What is kept about an object: the row that makes it exist.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The key.</param>
/// <param name="File">The name of its bytes, which a file has if there is one; no two objects, and no two versions of one, ever share it.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="ETag">The MD5 in hexadecimal, in quotes; of an object in parts see <see cref="MultipartUpload.PartsETag"/>.</param>
/// <param name="Modified">When it was put, in whole seconds as S3 keeps it.</param>
/// <param name="Algorithm">The name of the checksum's algorithm.</param>
/// <param name="Checksum">The checksum in base64; a composite one ends with a dash and the number of parts.</param>
/// <param name="Headers">The headers that are kept, by name: system metadata and <c>x-amz-meta-*</c>.</param>
/// <param name="VersionId">The id of the version; null for an object of a bucket without versions.</param>
internal sealed record StoredObject(
    string Bucket,
    string Key,
    string File,
    long Size,
    string ETag,
    DateTimeOffset Modified,
    string Algorithm,
    string Checksum,
    IReadOnlyDictionary<string, string> Headers,
    string? VersionId = null)
{
    /// <summary>A time as S3 writes it in XML.</summary>
    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
