using System.IO.Hashing;
using System.Security.Cryptography;
using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Checksums;

/// <summary>
/// The checksums that a client may have checked and stored:
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
/// </summary>
/// <param name="Name">S3's name of it.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="Start">Starts one.</param>
internal sealed record ChecksumAlgorithm(string Name, int Size, Func<IDigest> Start)
{
    public static readonly IReadOnlyList<ChecksumAlgorithm> All =
    [
        new("CRC32", 4, () => new Crc(new Crc32())),
        new("CRC32C", 4, () => new Crc(new Crc32(Crc32ParameterSet.Crc32C))),
        new("CRC64NVME", 8, () => new Crc(new Crc64(Crc64ParameterSet.Nvme))),
        new("SHA1", 20, () => new Hash(HashAlgorithmName.SHA1)),
        new("SHA256", 32, () => new Hash(HashAlgorithmName.SHA256)),
    ];

    /// <summary>What S3 computes itself when the client sends none.</summary>
    public static readonly ChecksumAlgorithm Default = Of("CRC64NVME");

    /// <summary>The header, or the trailer, that carries it in base64.</summary>
    public string Header { get; } = $"x-amz-checksum-{Name.ToLowerInvariant()}";

    /// <summary>The element of XML that carries it: <c>ChecksumCRC32</c>.</summary>
    public string Element { get; } = $"Checksum{Name}";

    /// <summary>The algorithm with a name that is known to be one.</summary>
    public static ChecksumAlgorithm Of(string name) => All.Single(algorithm => algorithm.Name == name);

    /// <summary>The algorithm that a client names, in any case.</summary>
    /// <exception cref="S3Exception">S3 has no such algorithm.</exception>
    public static ChecksumAlgorithm Named(string name) =>
        All.FirstOrDefault(algorithm => algorithm.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw S3Errors.InvalidRequest(
            "Checksum algorithm provided is unsupported. Please try again with any of the valid types: "
            + $"[{string.Join(", ", All.Select(algorithm => algorithm.Name))}]");
}
