namespace EmbeddedAws.S3.Wire;

/// <summary>The query parameters of a presigned URL: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html</summary>
internal static class SignatureParameters
{
    /// <summary>Those that a presigned URL cannot do without.</summary>
    public static readonly IReadOnlyList<string> Required =
        ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-Date", "X-Amz-SignedHeaders", "X-Amz-Expires"];

    /// <summary>Those of version 2.</summary>
    public static readonly IReadOnlyList<string> Version2 = ["AWSAccessKeyId", "Signature", "Expires"];

    public static readonly IReadOnlySet<string> Names =
        new HashSet<string>([.. Required, .. Version2]) { "X-Amz-Security-Token", "X-Amz-Content-Sha256" };
}
