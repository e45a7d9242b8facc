using System.IO.Compression;
using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Http;

/// <summary>
/// Decompresses a body. It does so twice: to learn the length, so that a small body that becomes a huge one takes no memory, and then into an array
/// of just that length.
/// </summary>
internal static class CodedBody
{
    /// <summary>
    /// .NET takes a gzip that is cut off for a shorter one. So another one follows the body: only where the body is whole do these bytes come out at the end.
    /// </summary>
    private static readonly byte[] End = "the end of the body"u8.ToArray();

    private static readonly byte[] GzippedEnd = Gzip(End);

    /// <summary>The bytes that were compressed.</summary>
    /// <param name="body">The compressed bytes.</param>
    /// <param name="isGzip">Whether they are gzip (RFC 1952), else deflate: zlib (RFC 1950), or raw as some clients send it.</param>
    /// <exception cref="ProblemException">400 <c>invalid-content-encoding</c>, or 413 <c>request-too-large</c>.</exception>
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> body, bool isGzip)
    {
        try
        {
            var bytes = new byte[Measure(body, isGzip)];
            using var input = new CodedInput(body, isGzip ? GzippedEnd : default);
            using var stream = Open(input, isGzip);
            stream.ReadExactly(bytes);
            return isGzip ? bytes.AsMemory(0, LengthBeforeEnd(bytes)) : bytes;
        }
        catch (InvalidDataException)
        {
            throw Malformed(isGzip);
        }

        static int LengthBeforeEnd(byte[] bytes) => bytes.AsSpan().EndsWith(End) ? bytes.Length - End.Length : throw Malformed(isGzip: true);
    }

    private static int Measure(ReadOnlyMemory<byte> body, bool isGzip)
    {
        using var input = new CodedInput(body, isGzip ? GzippedEnd : default);
        using var stream = Open(input, isGzip);
        Span<byte> buffer = stackalloc byte[4096];
        var length = 0;
        while (stream.Read(buffer) is > 0 and var read)
        {
            length += read;
            if (length > InvocationLimit.Body + (isGzip ? End.Length : 0))
                throw new ProblemException(Problems.RequestTooLarge, $"The body has more than {InvocationLimit.Body} bytes once it is decompressed. Larger images go through POST /uploads.");
        }

        return isGzip || !input.RanOut ? length : throw Malformed(isGzip);
    }

    private static Stream Open(CodedInput input, bool isGzip) =>
        isGzip ? new GZipStream(input, CompressionMode.Decompress)
        : IsZlib(input.Body.Span) ? new ZLibStream(input, CompressionMode.Decompress)
        : new DeflateStream(input, CompressionMode.Decompress);

    /// <summary>The check of RFC 1950, section 2.2. What "deflate" means was misread early, so browsers take raw data too.</summary>
    private static bool IsZlib(ReadOnlySpan<byte> body) => body is [var method, var flags, ..] && (method & 0x0F) == 8 && ((method << 8) | flags) % 31 == 0;

    private static ProblemException Malformed(bool isGzip) =>
        new(Problems.InvalidContentEncoding, $"The body is not valid {(isGzip ? "gzip" : "deflate")}, or is cut off.");

    private static byte[] Gzip(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var stream = new GZipStream(zipped, CompressionLevel.Optimal))
            stream.Write(bytes);
        return zipped.ToArray();
    }
}
