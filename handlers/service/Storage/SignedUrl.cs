namespace ImageService.Handlers.Storage;

/// <summary>A URL that lets whoever has it make one request to S3.</summary>
/// <param name="Url">The URL.</param>
/// <param name="ExpiresAt">The last moment at which the request may begin.</param>
internal sealed record SignedUrl(string Url, DateTimeOffset ExpiresAt);
