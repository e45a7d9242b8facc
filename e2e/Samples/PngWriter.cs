using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace ImageService.E2E;

/// <summary>Writes black PNG images of one bit per pixel, with one more chunk of any kind.</summary>
internal static class PngWriter
{
    public static byte[] Write(int width, int height, ReadOnlySpan<byte> chunkType, ReadOnlySpan<byte> chunkData)
    {
        using var png = new MemoryStream(chunkData.Length + 128);
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        WriteChunk(png, "IHDR"u8, [.. Number((uint)width), .. Number((uint)height), 1, 0, 0, 0, 0]);
        WriteChunk(png, chunkType, chunkData);
        WriteChunk(png, "IDAT"u8, Pixels(width, height));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Pixels(int width, int height)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            var row = new byte[1 + ((width + 7) / 8)];
            for (var rows = 0; rows < height; rows++)
                zlib.Write(row);
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        png.Write(Number((uint)data.Length));
        var start = (int)png.Position;
        png.Write(type);
        png.Write(data);
        png.Write(Number(Crc32.HashToUInt32(png.GetBuffer().AsSpan(start, type.Length + data.Length))));
    }

    private static byte[] Number(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }
}
