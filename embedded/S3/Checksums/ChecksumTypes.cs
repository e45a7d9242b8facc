namespace EmbeddedAws.S3.Checksums;

/// <summary>
/// What a checksum of an object covers:
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html#ChecksumTypes
/// </summary>
internal static class ChecksumTypes
{
    /// <summary>All bytes of the object, however many parts it was uploaded in.</summary>
    public const string FullObject = "FULL_OBJECT";

    /// <summary>The checksums of the parts; a dash and the number of parts follow it.</summary>
    public const string Composite = "COMPOSITE";

    public static string Of(string checksum) => checksum.Contains('-', StringComparison.Ordinal) ? Composite : FullObject;

    /// <summary>The type where a client names the algorithm alone.</summary>
    public static string DefaultOf(ChecksumAlgorithm algorithm) => algorithm.Name == "CRC64NVME" ? FullObject : Composite;

    /// <summary>Hashes have to see all bytes in order, so that S3 does not keep one of a whole that comes in parts.</summary>
    public static bool Fits(string type, ChecksumAlgorithm algorithm) =>
        type == FullObject ? algorithm.Name.StartsWith("CRC", StringComparison.Ordinal) : algorithm.Name != "CRC64NVME";
}
