namespace ImageService.E2E.Contract;

/// <summary>An operation of the description, or what one value of <c>download</c> makes of it.</summary>
/// <param name="Name">Its name: <c>downloadImage</c>.</param>
/// <param name="Method">Its method; that of GET answers HEAD, too.</param>
/// <param name="Path">Its path template: <c>/images/{id}</c>.</param>
/// <param name="Download">The value of <c>download</c> that asks for it, where that matters.</param>
/// <param name="Answers">Its answers, by status.</param>
internal sealed record DescribedOperation(
    string Name, string Method, string Path, string? Download, IReadOnlyDictionary<int, DescribedAnswer> Answers)
{
    private readonly string[] _template = Path.Split('/');

    /// <summary>Whether a request is for it, or, where <c>download</c> matters, for another value of that.</summary>
    public bool Fits(string method, string path)
    {
        // A trailing slash is ignored; one.
        var segments = (path.Length > 1 && path.EndsWith('/') ? path[..^1] : path).Split('/');
        return Method == (method == "HEAD" ? "GET" : method)
            && segments.Length == _template.Length
            && _template.Zip(segments).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);
    }
}
