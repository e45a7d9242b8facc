namespace ImageService.Handlers.Storage;

/// <summary>A presigned URL: its bearer may make one kind of request to S3.</summary>
/// <param name="Url">The URL.</param>
/// <param name="ExpiresAt">The last moment at which the request may begin.</param>
internal sealed record SignedUrl(string Url, DateTimeOffset ExpiresAt);
