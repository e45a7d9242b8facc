using System.Text;

namespace ImageService.Handlers.Http;

/// <summary>A parameter of a header, after the first semicolon: <c>charset=utf-8</c>.</summary>
/// <param name="Name">The name in lower case.</param>
/// <param name="Value">The value without its quotes.</param>
/// <param name="IsQuoted">Whether it had quotes.</param>
internal sealed record HeaderParameter(string Name, string Value, bool IsQuoted);

/// <summary>
/// Reads the parameters of a header (RFC 9110, section 5.6.6) one by one: one that is malformed is passed over, and takes no other with it.
/// Clients quote carelessly, so a value ends where another parameter begins, not at the first character that should have been escaped.
/// </summary>
internal static class HeaderParameters
{
    /// <summary>Reads all parameters that have a value. The header may lack the value that they belong to.</summary>
    public static List<HeaderParameter> Read(string header)
    {
        var parameters = new List<HeaderParameter>();
        // Where one quote is not closed up to here, none between is: to look again and again would take quadratic time.
        var unclosedUpTo = 0;
        for (var next = 0; next < header.Length;)
        {
            var nameEnd = IndexOrEnd(header, next, "=;");
            if (nameEnd == header.Length || header[nameEnd] == ';')
            {
                next = nameEnd + 1;
                continue;
            }

            var name = header[next..nameEnd].Trim().ToLowerInvariant();
            var start = SkipWhiteSpace(header, nameEnd + 1);
            var hasQuote = start < header.Length && header[start] == '"';
            if (hasQuote && start >= unclosedUpTo)
            {
                if (ReadQuoted(header, start + 1, out next) is { } quoted)
                {
                    parameters.Add(new HeaderParameter(name, quoted, IsQuoted: true));
                    continue;
                }

                unclosedUpTo = next;
            }

            var end = UnquotedEnd(header, start);
            var value = hasQuote ? header.AsSpan(start + 1, end - start - 1).Trim().TrimEnd('"') : header.AsSpan(start, end - start).Trim();
            parameters.Add(new HeaderParameter(name, $"{value}", IsQuoted: false));
            next = end + 1;
        }

        return parameters;
    }

    /// <summary>
    /// Reads up to the quote that ends the parameter. A backslash escapes a quote or another backslash; any other one is part of a path, and other quotes
    /// are part of the text, unless they begin the next parameter.
    /// </summary>
    /// <returns>Null where no quote ends it; next is where that was seen.</returns>
    private static string? ReadQuoted(string header, int start, out int next)
    {
        var text = new StringBuilder();
        for (var i = start; i < header.Length; i++)
        {
            if (header[i] == '"')
            {
                var after = SkipWhiteSpace(header, i + 1);
                if (after == header.Length || header[after] == ';')
                {
                    next = after + 1;
                    return text.ToString();
                }

                if (EndsInParameter(header.AsSpan(start, i - start)))
                {
                    next = i;
                    return null;
                }
            }
            else if (header[i] == '\\' && i + 1 < header.Length && header[i + 1] is '"' or '\\')
            {
                i++;
            }

            text.Append(header[i]);
        }

        next = header.Length;
        return null;
    }

    /// <summary>Whether a text ends like the beginning of a parameter: <c>; filename=</c>.</summary>
    private static bool EndsInParameter(ReadOnlySpan<char> text)
    {
        if (!text.EndsWith("="))
            return false;
        var name = text[..^1];
        var length = 0;
        while (length < name.Length && IsToken(name[^(length + 1)..^length]))
            length++;
        return length > 0 && name[..^length].TrimEnd().EndsWith(";");
    }

    /// <summary>A semicolon ends a value without quotes where a parameter follows, or nothing; else it is part of it: <c>filename=a;b.png</c>.</summary>
    private static int UnquotedEnd(string header, int start)
    {
        var end = IndexOrEnd(header, start, ";");
        while (end < header.Length && !BeginsParameter(header, end + 1))
            end = IndexOrEnd(header, end + 1, ";");
        return end;
    }

    private static bool BeginsParameter(string header, int start)
    {
        var end = IndexOrEnd(header, start, "=;");
        var name = header.AsSpan(start, end - start).Trim();
        return end < header.Length && header[end] == '=' ? IsToken(name) : name.IsEmpty || IsKnown(name);
    }

    /// <summary>The names of RFC 2183 and RFC 6266, which some clients send without a value.</summary>
    private static bool IsKnown(ReadOnlySpan<char> name) =>
        $"{name}".ToLowerInvariant() is "name" or "filename" or "filename*" or "size" or "creation-date" or "modification-date" or "read-date";

    private static bool IsToken(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && !"!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal))
                return false;
        }

        return !text.IsEmpty;
    }

    private static int IndexOrEnd(string text, int start, ReadOnlySpan<char> any)
    {
        var index = start < text.Length ? text.AsSpan(start).IndexOfAny(any) : -1;
        return index < 0 ? text.Length : start + index;
    }

    private static int SkipWhiteSpace(string text, int start)
    {
        while (start < text.Length && text[start] is ' ' or '\t')
            start++;
        return start;
    }
}
