using EmbeddedAws.Host;

namespace EmbeddedAws.ControlPlane;

/// <summary>Where an operation of a REST protocol is.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, with members in braces; one with a plus takes the rest of the path: <c>/tags/{resourceArn+}</c>.</param>
/// <param name="Status">The status of an answer.</param>
/// <param name="Operation">The operation.</param>
internal sealed record ControlRoute(string Method, string Path, int Status, IControlOperation Operation)
{
    /// <summary>AWS's name of the operation.</summary>
    public string Name { get; } = Operation.GetType().Name;

    /// <summary>The members that have another name in the body or the query: <c>httpMethod</c> there is <c>integrationHttpMethod</c>.</summary>
    public Dictionary<string, string> Names { get; init; } = [];

    /// <summary>The path of what a request is about, with the values of its members, encoded so that none has a slash.</summary>
    public string PathOf(IReadOnlyDictionary<string, string> values) => values.Aggregate(Path, (path, value) => path
        .Replace($"{{{value.Key}}}", Uri.EscapeDataString(value.Value), StringComparison.Ordinal)
        .Replace($"{{{value.Key}+}}", Uri.EscapeDataString(value.Value), StringComparison.Ordinal));

    /// <summary>The path, as requests are matched with it.</summary>
    public PathTemplate Template { get; } = new(Path);
}
