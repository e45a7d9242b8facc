using System.IO.Compression;

namespace EmbeddedAws.ApiGateway;

/// <summary>
/// Decompresses a body. It does so twice: to learn the length, so that a small body that becomes a huge one takes no memory, and then into an array
/// of just that length.
/// </summary>
internal static class Decompression
{
    /// <summary>
    /// .NET takes a gzip that is cut off for a shorter one. So another one is appended to the body: only where the body is whole do these bytes come
    /// out at the end.
    /// </summary>
    private static readonly byte[] Mark = "the end of the body"u8.ToArray();

    private static readonly byte[] GzippedMark = Gzip(Mark);

    /// <summary>The bytes that were compressed; null where there are more than a limit.</summary>
    /// <param name="body">The compressed bytes.</param>
    /// <param name="isGzip">Whether they are gzip (RFC 1952), else deflate: zlib (RFC 1950), or raw as some clients send it.</param>
    /// <param name="limit">The most bytes to decompress to.</param>
    /// <exception cref="InvalidDataException">They are not that, or are cut off.</exception>
    public static ReadOnlyMemory<byte>? Decode(ReadOnlyMemory<byte> body, bool isGzip, int limit)
    {
        var appended = isGzip ? Mark.Length : 0;
        if (Measure(body, isGzip, limit + appended) is not { } length)
            return null;
        var bytes = GC.AllocateUninitializedArray<byte>(length);
        using var stream = Open(new CompressedInput(body, isGzip ? GzippedMark : default), isGzip);
        stream.ReadExactly(bytes);
        return bytes.AsSpan().EndsWith(Mark.AsSpan(0, appended)) ? bytes.AsMemory(0, length - appended) : throw CutOff();
    }

    private static int? Measure(ReadOnlyMemory<byte> body, bool isGzip, int limit)
    {
        using var input = new CompressedInput(body, isGzip ? GzippedMark : default);
        using var stream = Open(input, isGzip);
        Span<byte> buffer = stackalloc byte[4096];
        var length = 0;
        while (stream.Read(buffer) is > 0 and var read)
        {
            length += read;
            if (length > limit)
                return null;
        }

        return isGzip || !input.RanOut ? length : throw CutOff();
    }

    private static Stream Open(CompressedInput input, bool isGzip) =>
        isGzip ? new GZipStream(input, CompressionMode.Decompress)
        : IsZlib(input.Body.Span) ? new ZLibStream(input, CompressionMode.Decompress)
        : new DeflateStream(input, CompressionMode.Decompress);

    /// <summary>The check of RFC 1950, section 2.2. What "deflate" means was misread early, so servers take raw data too.</summary>
    private static bool IsZlib(ReadOnlySpan<byte> body) => body is [var method, var flags, ..] && (method & 0x0F) == 8 && ((method << 8) | flags) % 31 == 0;

    private static InvalidDataException CutOff() => new("The compressed bytes are cut off, or others follow them.");

    private static byte[] Gzip(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var stream = new GZipStream(zipped, CompressionLevel.Optimal))
            stream.Write(bytes);
        return zipped.ToArray();
    }
}
