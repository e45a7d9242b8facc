namespace ImageService.E2E.Contract;

/// <summary>A request to the API and its answer.</summary>
/// <param name="Method">The method in capitals.</param>
/// <param name="Path">The path after the base URL, as it was sent.</param>
/// <param name="Download">The query parameter <c>download</c>; null without it.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Elapsed">From the request to the last byte of the answer.</param>
internal sealed record Exchange(string Method, string Path, string? Download, Answer Answer, TimeSpan Elapsed)
{
    /// <summary>Whether the connection was cut before the end of the body: then there was no whole answer.</summary>
    public bool IsCutOff => Method != "HEAD" && Answer.Status != 304
        && Answer.Header("Content-Length") is { } length && length != $"{Answer.Bytes.Length}";
}
