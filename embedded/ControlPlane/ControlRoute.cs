namespace EmbeddedAws.ControlPlane;

/// <summary>Where an operation of a REST protocol is.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, with members in braces; one with a plus takes the rest of the path: <c>/tags/{resourceArn+}</c>.</param>
/// <param name="Status">The status of an answer.</param>
/// <param name="Operation">The operation.</param>
internal sealed record ControlRoute(string Method, string Path, int Status, IControlOperation Operation)
{
    private readonly string[] _segments = Path.Split('/');

    /// <summary>AWS's name of the operation.</summary>
    public string Name { get; } = Operation.GetType().Name;

    /// <summary>The members that have another name in the body or the query: <c>httpMethod</c> there is <c>integrationHttpMethod</c>.</summary>
    public Dictionary<string, string> Names { get; init; } = [];

    /// <summary>The members in a path; null where it is of another operation.</summary>
    /// <param name="segments">The encoded path, divided at its slashes.</param>
    public Dictionary<string, string>? Match(string[] segments)
    {
        var members = new Dictionary<string, string>();
        for (var i = 0; i < _segments.Length; i++)
        {
            if (i >= segments.Length)
                return null;
            if (_segments[i] is ['{', .. var rest, '+', '}'])
            {
                members[rest] = Uri.UnescapeDataString(string.Join('/', segments[i..]));
                return members;
            }

            if (_segments[i] is ['{', .. var name, '}'] && segments[i].Length > 0)
                members[name] = Uri.UnescapeDataString(segments[i]);
            else if (_segments[i] != segments[i])
                return null;
        }

        return _segments.Length == segments.Length ? members : null;
    }
}
