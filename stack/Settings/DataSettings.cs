namespace ImageService.Stack.Settings;

/// <summary>How the bucket and the table are deployed.</summary>
public sealed record DataSettings
{
    /// <summary>The name of the bucket; null lets Pulumi make one, since bucket names are unique in the world.</summary>
    public string? BucketName { get; init; }

    /// <summary>The name of the table; null lets Pulumi make one.</summary>
    public string? TableName { get; init; }

    /// <summary>Whether the data outlives mistakes: protected, retained, and recoverable to a point in time.</summary>
    public required bool Protect { get; init; }

    /// <summary>Whether the bucket refuses requests without TLS.</summary>
    public required bool TlsOnly { get; init; }

    /// <summary>The origin whose pages may use presigned URLs: <c>https://example.com</c>, or <c>*</c> for all.</summary>
    public required string CorsOrigin { get; init; }

    /// <summary>Whether the bucket keeps what was deleted or overwritten.</summary>
    public required bool Versioning { get; init; }

    /// <summary>How long it keeps them.</summary>
    public required int NoncurrentVersionDays { get; init; }

    /// <summary>After how many days a variant is removed; when it is asked for again, it is made again.</summary>
    public required int VariantDays { get; init; }

    /// <summary>After how many days objects move to the cheaper storage class STANDARD_IA; null for never.</summary>
    public int? InfrequentAccessDays { get; init; }
}
