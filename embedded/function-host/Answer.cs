using System.Globalization;
using System.Text;

namespace EmbeddedAws.FunctionHost;

/// <summary>An answer of HTTP/1.1 with its length.</summary>
/// <param name="Headers">The headers, by their names in lower case.</param>
/// <param name="Body">The body.</param>
internal sealed record Answer(IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Reads the next answer; null where the connection has ended.</summary>
    public static Answer? Read(Stream stream)
    {
        if (Line(stream) is null)
            return null;
        var headers = new Dictionary<string, string>();
        while (Line(stream) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon].ToLowerInvariant()] = line[(colon + 1)..].Trim();
        }

        var body = new byte[headers.TryGetValue("content-length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0];
        stream.ReadExactly(body);
        return new Answer(headers, body);
    }

    private static string? Line(Stream stream)
    {
        var line = new StringBuilder();
        while (true)
        {
            switch (stream.ReadByte())
            {
                case -1:
                    return null;
                case '\r':
                    break;
                case '\n':
                    return line.ToString();
                case var character:
                    line.Append((char)character);
                    break;
            }
        }
    }
}
