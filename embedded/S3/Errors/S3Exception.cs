namespace EmbeddedAws.S3.Errors;

/// <summary>A request that S3 refuses. Only the catalog, <see cref="S3Errors"/>, makes one.</summary>
internal sealed class S3Exception(int status, string code, string message, params (string Name, string Value)[] details) : Exception(message)
{
    public int Status => status;

    /// <summary>The code that clients tell errors apart by, such as <c>NoSuchKey</c>.</summary>
    public string Code => code;

    /// <summary>Elements that only this error has, such as <c>Key</c>.</summary>
    public IReadOnlyList<(string Name, string Value)> Details => details;

    /// <summary>Headers that only this error has.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}
