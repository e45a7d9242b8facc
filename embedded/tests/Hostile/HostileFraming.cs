using System.Text;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>The framing of a body, as it is sent and as it is said in the head.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Line">What is in the head for it.</param>
internal sealed record HostileFraming(HostileFramingKind Kind, string? Line = null)
{
    public static readonly HostileFraming Plain = new(HostileFramingKind.Plain);

    private static readonly string[] MalformedLines =
    [
        "Content-Length: -1", "Content-Length: 99999999999999999999", "Content-Length: 1\r\nContent-Length: 2", "Content-Length: 0x5", "Content-Length: 1, 1", "Content-Length:", "Content-Length: \u0661", "Transfer-Encoding: gzip", "no colon", ": no name",
        "X Space: 1", "X-Null: a\0b", "X-Bare: a\rb", " X-Folded: 1", $"X-Long: {new string('a', 40_000)}", "X-Latin1: \u00ff\r\n\u00e9: 1", "\0: 1", $"{string.Concat(Enumerable.Repeat("X-Many: 1\r\n", 150))}X-Many: 1",
    ];

    /// <summary>Mostly right, else a request ends before its first parser.</summary>
    public static HostileFraming Next(Random random) => random.Next(30) switch
    {
        0 => new(HostileFramingKind.Chunked, "Transfer-Encoding: chunked"),
        1 => new(HostileFramingKind.BrokenChunks, random.Pick("x", "-1", "ffffffffffffffffff", "8000000000000000", "7fffffff", "", "5 5", "0x5")),
        2 => new(HostileFramingKind.CutOff),
        3 => new(HostileFramingKind.Longer),
        4 => new(HostileFramingKind.Malformed, random.Pick(MalformedLines)),
        _ => Plain,
    };

    /// <summary>Whether the server may see no whole request, so that the client does not insist on an answer.</summary>
    public bool IsCutOff => Kind is HostileFramingKind.CutOff or HostileFramingKind.BrokenChunks;

    /// <summary>The lines of the head.</summary>
    public string Head(byte[] body) => Kind switch
    {
        HostileFramingKind.Plain => $"Content-Length: {body.Length}\r\n",
        HostileFramingKind.Chunked or HostileFramingKind.BrokenChunks => "Transfer-Encoding: chunked\r\n",
        HostileFramingKind.CutOff => $"Content-Length: {body.Length + 10}\r\n",
        HostileFramingKind.Longer => $"Content-Length: {body.Length / 2}\r\n",
        _ => $"{Line}\r\n",
    };

    /// <summary>The body as it is sent.</summary>
    public byte[] Framed(byte[] body) => Kind switch
    {
        HostileFramingKind.Chunked => body.Length == 0 ? "0\r\n\r\n"u8.ToArray() : [.. Encoding.ASCII.GetBytes($"{body.Length:x};a=b\r\n"), .. body, .. "\r\n0\r\nX-Trailer: a\r\n\r\n"u8],
        HostileFramingKind.BrokenChunks => [.. Encoding.ASCII.GetBytes($"1\r\na\r\n{Line}\r\n"), .. body],
        _ => body,
    };

    /// <summary>The body as the server reads it.</summary>
    public byte[] Read(byte[] body) => Kind == HostileFramingKind.Longer ? body[..(body.Length / 2)] : body;

    public override string ToString() => $"{Kind} {(Line?.Length > 100 ? Line[..100] : Line)}".Trim();
}
