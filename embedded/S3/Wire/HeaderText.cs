using System.Buffers;
using Microsoft.Extensions.Primitives;

namespace EmbeddedAws.S3.Wire;

/// <summary>What a header of an answer can be: RFC 9110 section 5.</summary>
internal static class HeaderText
{
    private static readonly SearchValues<char> Token =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether a value has US-ASCII characters only, and no control character but the tab.</summary>
    public static bool IsPlain(string value) => value.All(c => c is >= ' ' and <= '~' or '\t');

    /// <summary>The values of a repeated header in one (RFC 9110, section 5.3), those that are empty among them: they are signed too.</summary>
    public static string Joined(StringValues values) => string.Join(',', values.ToArray());

    public static bool IsName(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(Token);
}
