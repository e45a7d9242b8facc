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

    /// <summary>Whether its path has no placeholder.</summary>
    public bool IsLiteral => !Path.Contains('{', StringComparison.Ordinal);

    /// <summary>Whether a method is its own.</summary>
    public bool FitsMethod(string method) => Method == (method == "HEAD" ? "GET" : method);

    /// <summary>Whether a path is its own.</summary>
    public bool FitsPath(string path)
    {
        // A trailing slash is ignored; one.
        var segments = (path.Length > 1 && path.EndsWith('/') ? path[..^1] : path).Split('/');
        return segments.Length == _template.Length
            && _template.Zip(segments).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);
    }
}
