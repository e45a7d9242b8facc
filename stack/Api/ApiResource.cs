using System.Text.RegularExpressions;

namespace ImageService.Stack.Api;

/// <summary>A resource of the API: a path with its methods.</summary>
/// <param name="Path">The path template: <c>/images/{id}</c>.</param>
/// <param name="Methods">Its methods.</param>
internal sealed partial record ApiResource(string Path, IReadOnlyList<ResourceMethod> Methods)
{
    public const string Root = "/";

    /// <summary>The path of the resource above.</summary>
    public string Parent => Path.LastIndexOf('/') is var end and > 0 ? Path[..end] : Root;

    /// <summary>The last segment of the path.</summary>
    public string PathPart => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The path as part of a name: <c>images-id</c>.</summary>
    public string Label => Path == Root ? "root" : NotForNames().Replace(Path, "-").Trim('-');

    /// <summary>The path as the ARN of a call has it, for any values of its parameters.</summary>
    public string ArnPath => Parameter().Replace(Path, "*");

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotForNames();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
