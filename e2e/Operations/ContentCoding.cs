using System.IO.Compression;

namespace ImageService.E2E.Operations;

/// <summary>Compresses bodies.</summary>
internal static class ContentCoding
{
    /// <summary>Applies codings as a Content-Encoding lists them: one after another.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="codings">Their names, with commas between.</param>
    /// <param name="isRaw">Whether deflate comes without zlib's frame, as some clients read the name.</param>
    public static byte[] Encode(byte[] bytes, string codings, bool isRaw = false) => codings.Split(',').Aggregate(bytes, (coded, coding) => coding.Trim().ToLowerInvariant() switch
    {
        "identity" or "" => coded,
        "deflate" => Compress(coded, to => isRaw ? new DeflateStream(to, CompressionLevel.Fastest) : new ZLibStream(to, CompressionLevel.Fastest)),
        _ => Gzip(coded),
    });

    /// <summary>Compresses as gzip does.</summary>
    public static byte[] Gzip(byte[] bytes, CompressionLevel level = CompressionLevel.Fastest) => Compress(bytes, to => new GZipStream(to, level));

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> open)
    {
        using var coded = new MemoryStream();
        using (var stream = open(coded))
            stream.Write(bytes);
        return coded.ToArray();
    }
}
