using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace ImageService.E2E;

/// <summary>Writes PNG images.</summary>
internal static class PngWriter
{
    /// <summary>Writes a black image of one bit per pixel, with one more chunk of any kind.</summary>
    public static byte[] Write(int width, int height, ReadOnlySpan<byte> chunkType, ReadOnlySpan<byte> chunkData) =>
        Write(new PngPixels(width, height, 1, 0, new byte[(width + 7) / 8 * height]), (Encoding.ASCII.GetString(chunkType), chunkData.ToArray()));

    /// <summary>Writes an image with any pixels and more chunks.</summary>
    public static byte[] Write(PngPixels pixels, params IEnumerable<(string Type, byte[] Data)> chunks)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        WriteChunk(png, "IHDR"u8, [.. Number((uint)pixels.Width), .. Number((uint)pixels.Height), (byte)pixels.Depth, (byte)pixels.ColorType, 0, 0, 0]);
        foreach (var (type, data) in chunks)
            WriteChunk(png, Encoding.ASCII.GetBytes(type), data);
        WriteChunk(png, "IDAT"u8, pixels.Compress());
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
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
