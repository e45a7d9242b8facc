using System.Text;

namespace ImageService.E2E.Formats;

/// <summary>Builds files of the ISO base media file format.</summary>
internal static class Boxes
{
    /// <summary>A box with this content.</summary>
    public static byte[] Box(string type, params byte[][] content)
    {
        byte[] body = [.. content.SelectMany(part => part)];
        return [.. SizedBox($"{body.Length + 8:X8}", type), .. body];
    }

    /// <summary>The header of a box that states its own size, in hexadecimal; a 64-bit one follows the type.</summary>
    public static byte[] SizedBox(string size, string type, string size64 = "") =>
        [.. Hex.Bytes(size), .. Encoding.ASCII.GetBytes(type), .. Hex.Bytes(size64)];

    /// <summary>The file type box; <paramref name="compatible"/> brands have spaces between them.</summary>
    public static byte[] FileType(string major, string compatible = "") =>
        Box("ftyp", Encoding.ASCII.GetBytes(major + "\0\0\0\0" + compatible.Replace(" ", "", StringComparison.Ordinal)));

    /// <summary>What a meta box holds: the primary item, the properties, and the boxes that tell which item has which.</summary>
    public static byte[] Meta(byte[] primaryItem, byte[] properties, params byte[][] associations) =>
        [0, 0, 0, 0, .. primaryItem, .. Box("iprp", [properties, .. associations])];

    /// <summary>The extents property.</summary>
    public static byte[] Extents(int width, int height) => Box("ispe", Hex.Bytes($"00000000 {width:X8} {height:X8}"));
}
