using System.Text;
using EmbeddedAws.Tests.S3;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>Bodies in chunks, signed and not, which are broken in some way: sizes, line breaks, signatures, trailers, lengths.</summary>
internal sealed class HostileChunks(Random random)
{
    private const string SignedPayload = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private const string Checksum = "x-amz-checksum-crc32:";

    /// <summary>Makes a put, or a part.</summary>
    public HostileCall Next(string target)
    {
        var (isSigned, hasTrailers) = (random.Once(of: 2), random.Once(of: 2));
        var chunks = random.UpTo(3, () => new string((char)random.Next(256), random.Pick(1, 5, 8191, 8192, 9000)));
        var headers = Headers(isSigned ? hasTrailers ? $"{SignedPayload}-TRAILER" : SignedPayload : "STREAMING-UNSIGNED-PAYLOAD-TRAILER", chunks.Sum(chunk => chunk.Length));
        var isBroken = random.Next(3) > 0;
        var call = new HostileCall("PUT", target, headers, []) { IsAltered = isBroken };
        return isSigned
            ? call with { SignedBody = signer => Broken(isBroken, Signed(signer, chunks, hasTrailers)) }
            : call with { Body = Broken(isBroken, Unsigned(chunks)) };
    }

    private (string Name, string Value)[] Headers(string framing, int length)
    {
        var decoded = random.Next(20) switch
        {
            0 => random.Pick("", "-1", "a", "9223372036854775807", "18446744073709551616", "\u0665"),
            1 => $"{length + random.Next(-2, 3)}",
            _ => $"{length}",
        };
        List<(string, string)> headers = [("x-amz-content-sha256", framing), ("x-amz-decoded-content-length", decoded)];
        if (random.Once(of: 3))
            headers.Add(("x-amz-trailer", random.Once(of: 8) ? random.Pick("x-amz-checksum-none", "", "a, b", "x-amz-checksum-sha256") : "x-amz-checksum-crc32"));
        if (random.Once(of: 3))
            headers.Add(("Content-Encoding", random.Pick("aws-chunked", "aws-chunked,gzip", "aws-chunked,aws-chunked", ",")));
        return [.. headers];
    }

    private string Signed(ChunkSigner signer, IReadOnlyList<string> chunks, bool hasTrailers) =>
        $"{string.Concat(chunks.Select(signer.Chunk))}{signer.Chunk("")}{(hasTrailers ? signer.Trailers(random.Pick("", $"{Checksum}AAAAAA==", "no colon")) : "")}\r\n";

    private string Unsigned(IReadOnlyList<string> chunks) =>
        $"{string.Concat(chunks.Select(chunk => $"{chunk.Length:x}\r\n{chunk}\r\n"))}0\r\n{random.Pick("", $"{Checksum}AAAAAA==\r\n", $"{Checksum}!\r\n", "a:b\r\na:c\r\n", "no colon\r\n", Many())}\r\n";

    private static string Many() => string.Concat(Enumerable.Range(0, 20).Select(number => $"a{number}:b\r\n"));

    private byte[] Broken(bool isBroken, string text) => Encoding.Latin1.GetBytes(!isBroken ? text : random.Next(8) switch
    {
        0 => text.Replace("\r\n", "\n", StringComparison.Ordinal),
        1 => text[..random.Next(text.Length + 1)],
        2 => $"{text}{random.Pick("\r\n", "0\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "\0")}",
        3 => $"{random.Pick("-1", "0x5", "+5", " 5", "5 ", "", "G", "ffffffff", "7fffffffffffffff", "8000000000000000", "00000000000000000005", "\u00b2")}{text}",
        4 => text.Replace(";chunk-signature=", random.Pick(";", ";chunk-signature=chunk-signature=", ";a=b;chunk-signature=", new string(';', 5000)), StringComparison.Ordinal),
        5 => text.Replace("\r\n", "", StringComparison.Ordinal),
        6 => $"{new string('0', random.Pick(15, 16, 4000, 5000))}{text}",
        _ => Encoding.Latin1.GetString(random.Damage(Encoding.Latin1.GetBytes(text))),
    });
}
