namespace ImageService.Handlers.Storage;

/// <summary>
/// What pages may do with the bucket: read and write by presigned URLs, whose signatures say what is allowed. What is deployed is made
/// from this; the origin is that of the settings.
/// </summary>
public static class BucketCors
{
    /// <summary>For how many seconds a browser need not ask again.</summary>
    public const int MaxAgeSeconds = 3600;

    /// <summary>The methods that are signed.</summary>
    public static readonly IReadOnlyList<string> AllowedMethods = ["GET", "HEAD", "PUT"];

    /// <summary>Any header: which ones a URL takes, its signature says.</summary>
    public static readonly IReadOnlyList<string> AllowedHeaders = ["*"];

    /// <summary>The headers of an answer that a page may read.</summary>
    public static readonly IReadOnlyList<string> ExposedHeaders = ["ETag", "Content-Disposition", "Content-Range", "Accept-Ranges"];
}
