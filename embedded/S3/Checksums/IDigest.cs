namespace EmbeddedAws.S3.Checksums;

/// <summary>A checksum or hash of bytes that come in pieces.</summary>
internal interface IDigest : IDisposable
{
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>The digest of all that was appended, in the order of bytes that goes over the wire.</summary>
    byte[] Finish();
}
