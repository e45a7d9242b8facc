namespace ImageService.Handlers.Failures;

/// <summary>A kind of failure that the API answers with. All are listed in <see cref="Problems"/>.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable name for programs; also the end of the problem's type URN.</param>
/// <param name="Title">The short name for people.</param>
public sealed record Problem(int Status, string Code, string Title)
{
    /// <summary>The <c>type</c> of RFC 9457.</summary>
    public string Type => $"urn:image-service:problem:{Code}";
}
