using System.Globalization;
using System.Text;
using EmbeddedAws.Tests.S3;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>A request whose bytes are written by hand, signed by its header.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">The headers of the service.</param>
/// <param name="Body">The body.</param>
internal sealed record HostileCall(string Method, string Target, (string Name, string Value)[] Headers, byte[] Body)
{
    /// <summary>The service that is called, where it is neither S3 nor DynamoDB.</summary>
    public string? Service { get; init; }

    /// <summary>How the body is framed by HTTP.</summary>
    public HostileFraming Framing { get; init; } = HostileFraming.Plain;

    /// <summary>Makes a body whose signatures follow that of the head; null where it is <see cref="Body"/>.</summary>
    public Func<ChunkSigner, byte[]>? SignedBody { get; init; }

    /// <summary>Whether something was altered after it was signed.</summary>
    public bool IsAltered { get; init; }

    /// <summary>
    /// Whether the HTTP server refuses it before S3 or DynamoDB see it: a path with a NUL, a request line
    /// of more than 8 KiB.
    /// </summary>
    public bool IsMalformed => Framing.Kind == HostileFramingKind.Malformed || Target.Length > 8000 || Target.Split('?')[0].Contains("%00", StringComparison.Ordinal);

    /// <summary>The bytes that are sent.</summary>
    /// <param name="authority">The host and the port.</param>
    public byte[] Bytes(string authority)
    {
        var signed = new RequestSignature { Service = Service }.Sign(Method, $"http://{authority}{Target}", Headers, Framing.Read(Body));
        var body = SignedBody?.Invoke(ChunkSigner.After(signed)) ?? Body;
        return [.. Encoding.UTF8.GetBytes($"{Method} {Target} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n{Lines(signed)}{Framing.Head(body)}\r\n"), .. Framing.Framed(body)];
    }

    public override string ToString() =>
        $"{Method} {Shown(Target)} ({Framing})\n{string.Concat(Headers.Select(header => $"{header.Name}: {Shown(header.Value)}\n"))}[{Body.Length} bytes: {Shown(Encoding.Latin1.GetString(Body))}]";

    private static string Lines((string Name, string Value)[] headers) => string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n"));

    private static string Shown(string text) => text.Length > 600 ? $"{Shown(text[..600])}…" : string.Concat(text.Select(c => c is >= ' ' and <= '~' ? $"{c}" : string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}")));
}
