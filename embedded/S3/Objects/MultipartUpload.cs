using System.Globalization;
using System.Security.Cryptography;
using EmbeddedAws.S3.Checksums;

namespace EmbeddedAws.S3.Objects;

/// <summary>An upload in parts, between its start and its end.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The key of the object to be.</param>
/// <param name="Id">The id that S3 gives it. Later ids come later in the order of their characters.</param>
/// <param name="Initiated">When it was started, in whole seconds.</param>
/// <param name="NamedAlgorithm">The checksum algorithm that its client asked for; empty for none.</param>
/// <param name="ChecksumType">Whether the object gets a checksum of all its bytes, or of the checksums of its parts.</param>
/// <param name="Headers">The headers that the object will have.</param>
internal sealed record MultipartUpload(
    string Bucket,
    string Key,
    string Id,
    DateTimeOffset Initiated,
    string NamedAlgorithm,
    string ChecksumType,
    IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The algorithm of the object's checksum; where the client named it, of the parts' too.</summary>
    public ChecksumAlgorithm Algorithm => NamedAlgorithm.Length > 0 ? ChecksumAlgorithm.Of(NamedAlgorithm) : ChecksumAlgorithm.Default;

    /// <summary>The ETag of an object in parts: the MD5 of the parts' MD5s, a dash and how many there are.</summary>
    public static string PartsETag(IReadOnlyCollection<Part> parts)
    {
        using var md5 = new Hash(HashAlgorithmName.MD5);
        return $"\"{Convert.ToHexStringLower(DigestOf(parts, md5, part => Convert.FromHexString(part.ETag.Trim('"'))))}-{Count(parts)}\"";
    }

    /// <summary>The checksum of the parts' checksums, a dash and how many there are.</summary>
    public string CompositeChecksum(IReadOnlyCollection<Part> parts)
    {
        using var digest = Algorithm.Start();
        return $"{Convert.ToBase64String(DigestOf(parts, digest, part => Convert.FromBase64String(part.Checksum)))}-{Count(parts)}";
    }

    private static byte[] DigestOf(IEnumerable<Part> parts, IDigest digest, Func<Part, byte[]> bytes)
    {
        foreach (var part in parts)
            digest.Append(bytes(part));
        return digest.Finish();
    }

    private static string Count(IReadOnlyCollection<Part> parts) => parts.Count.ToString(CultureInfo.InvariantCulture);
}
