using System.Security.Cryptography;
using EmbeddedAws.Checksums;

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
        new("CRC32", 4, () => new Crc(CrcTable.Crc32, 4)),
        new("CRC32C", 4, () => new Crc(CrcTable.Crc32C, 4)),
        new("CRC64NVME", 8, () => new Crc(CrcTable.Crc64Nvme, 8)),
        new("SHA1", 20, () => new Hash(HashAlgorithmName.SHA1)),
        new("SHA256", 32, () => new Hash(HashAlgorithmName.SHA256)),
    ];

    /// <summary>What S3 computes itself when the client sends none.</summary>
    public static readonly ChecksumAlgorithm Default = All.Single(a => a.Name == "CRC64NVME");

    /// <summary>The header, or the trailer, that carries it in base64.</summary>
    public string Header { get; } = HeaderOf(Name);

    public static string HeaderOf(string name) => $"x-amz-checksum-{name.ToLowerInvariant()}";
}
