using System.Buffers;

namespace ImageService.Handlers.Failures;

/// <summary>How errors name a member of a JSON object: <c>metadata.title</c>, <c>metadata.attributes['my camera']</c>.</summary>
internal static class FieldPath
{
    private static readonly SearchValues<char> Special = SearchValues.Create(" .'/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029");

    /// <summary>Appends the name of a member to the path of its object; a name with special characters is quoted.</summary>
    /// <param name="parent">The path of the object; empty for the body itself.</param>
    /// <param name="name">The name of the member, which may be anything.</param>
    public static string Member(string parent, string name) =>
        name.Length == 0 || name.ContainsAny(Special) ? $"{parent}['{name}']"
        : parent.Length == 0 ? name
        : $"{parent}.{name}";

    /// <summary>The field of the body that a path begins with.</summary>
    public static string Top(string path) => path.IndexOfAny('.', '[') is > 0 and var end ? path[..end] : path;
}
