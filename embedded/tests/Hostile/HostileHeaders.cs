namespace EmbeddedAws.Tests.Hostile;

/// <summary>Headers of S3 with values that are sometimes theirs.</summary>
internal sealed class HostileHeaders(HostileBucket bucket, Random random)
{
    private static readonly string[] Usual =
    [
        "Content-Type", "Content-Encoding", "Content-Disposition", "Content-Language", "Cache-Control", "Expires", "Content-MD5", "x-amz-meta-a", "x-amz-meta-a", "x-amz-acl", "x-amz-checksum-mode", "x-amz-checksum-algorithm", "x-amz-checksum-crc32", "x-amz-checksum-sha256",
        "x-amz-sdk-checksum-algorithm", "x-amz-content-sha256", "Expect", "Accept",
    ];

    private static readonly string[] Names =
    [
        "Content-Type", "Content-Encoding", "Content-Disposition", "Content-Language", "Cache-Control", "Expires", "Content-MD5", "Content-Range", "Accept", "Accept-Encoding", "Expect", "Cookie", "Via", "X-Forwarded-For", "TE",
        "x-amz-acl", "x-amz-storage-class", "x-amz-meta-a", "x-amz-meta-", "x-amz-meta-A", "x-amz-tagging", "x-amz-website-redirect-location", "x-amz-server-side-encryption", "x-amz-object-lock-mode", "x-amz-checksum-mode", "x-amz-checksum-type",
        "x-amz-checksum-algorithm", "x-amz-checksum-crc32", "x-amz-checksum-crc32c", "x-amz-checksum-crc64nvme", "x-amz-checksum-sha1", "x-amz-checksum-sha256", "x-amz-sdk-checksum-algorithm", "x-amz-trailer", "x-amz-decoded-content-length", "x-amz-mp-object-size",
        "x-amz-metadata-directive", "x-amz-tagging-directive", "x-amz-copy-source", "x-amz-copy-source-range", "x-amz-write-offset-bytes", "x-amz-request-payer", "x-amz-expected-bucket-owner", "x-amz-content-sha256", "x-amz-security-token",
    ];

    private static readonly string[] Digests =
    [
        "AAAAAA==", "AAAAAAAAAAA=", "1B2M2Y8AsgTpgAmY7PhCfg==", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "UNSIGNED-PAYLOAD", "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
        "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD", "x-amz-checksum-crc32", "====", "AAAAAA==-2", "CRC64NVME", "FULL_OBJECT", "COMPOSITE", "ENABLED", "5",
    ];

    /// <summary>A few of any.</summary>
    public IEnumerable<(string Name, string Value)> Some(int most) => random.UpTo(most, Any);

    /// <summary>Ranges and conditions.</summary>
    public (string Name, string Value)[] OfReads() => [.. random.UpTo(4, Condition), .. random.Once(of: 2) ? [("Range", random.Pick(HostileTexts.Ranges))] : Array.Empty<(string, string)>()];

    /// <summary>A source, and what a copy may want of it.</summary>
    public (string Name, string Value)[] OfCopies() =>
    [
        ("x-amz-copy-source", Source()),
        .. random.UpTo(2, () => Condition() is var (name, value) ? ($"x-amz-copy-source-{name.ToLowerInvariant()}", value) : default),
        .. random.Once(of: 3) ? [("x-amz-copy-source-range", random.Pick(HostileTexts.Ranges))] : Array.Empty<(string, string)>(),
        .. random.Once(of: 3) ? [("x-amz-metadata-directive", random.Pick("COPY", "REPLACE", "copy", "", "\u00fc"))] : Array.Empty<(string, string)>(),
    ];

    private (string Name, string Value) Condition() => random.Next(5) switch
    {
        0 => ("If-Match", random.Pick(HostileTexts.ETags)),
        1 => ("If-None-Match", random.Pick(HostileTexts.ETags)),
        2 => ("If-Modified-Since", random.Pick(HostileTexts.Dates)),
        3 => ("If-Unmodified-Since", random.Pick(HostileTexts.Dates)),
        _ => ("If-Range", random.Once(of: 2) ? random.Pick(HostileTexts.ETags) : random.Pick(HostileTexts.Dates)),
    };

    private string Source() => random.Next(4) switch
    {
        0 => $"{bucket.Name}/{HostileTargets.Encoded(random.Pick(HostileTexts.Any), random)}",
        1 => random.Pick($"/{bucket.Name}/kept?versionId=null", $"{bucket.Name}/kept?versionId=1", $"{bucket.Name}%2Fkept", $"//{bucket.Name}/kept", $"{bucket.Name}/kept?", $"{bucket.Name}/", bucket.Name, "/", "", "../../etc/passwd", "arn:aws:s3:::a/b", "?", "%", "\u00fc/a"),
        _ => $"{bucket.Name}/kept",
    };

    private (string Name, string Value) Any() => (random.Pick(random.Once(of: 4) ? Names : Usual), random.Next(3) switch
    {
        0 => random.Pick(Digests),
        1 => random.Pick(HostileTexts.Dates),
        _ => Line(random.Pick(HostileTexts.Any)),
    });

    /// <summary>A text as the value of a header, without what would end it.</summary>
    public static string Line(string text) => string.Concat(text.Where(c => c is not ('\r' or '\n' or '\0'))).Trim();
}
