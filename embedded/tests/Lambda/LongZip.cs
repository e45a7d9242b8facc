using System.Text;

namespace EmbeddedAws.Tests.Lambda;

/// <summary>A zip of two files that say to have 2^63 - 1 bytes each: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 and 4.5.3.</summary>
internal static class LongZip
{
    public static byte[] Bytes { get; } = Write();

    private static byte[] Write()
    {
        var zip = new MemoryStream();
        using var writer = new BinaryWriter(zip);
        foreach (var name in "ab")
            WriteEntry(writer, name);
        var length = (int)zip.Length;
        writer.Write("PK\u0005\u0006"u8);
        writer.Write((ushort)0); // This disk, and that of the directory.
        writer.Write((ushort)0);
        writer.Write((ushort)2); // The entries here, and in all.
        writer.Write((ushort)2);
        writer.Write(length);
        writer.Write(0);
        writer.Write((ushort)0);
        return zip.ToArray();
    }

    private static void WriteEntry(BinaryWriter writer, char name)
    {
        writer.Write("PK\u0001\u0002"u8);
        writer.Write((ushort)45); // Made by, and needed to read it.
        writer.Write((ushort)45);
        writer.Write((ushort)0); // Flags, method, time, date.
        writer.Write((ushort)0);
        writer.Write((ushort)0);
        writer.Write((ushort)0x21);
        writer.Write(0); // The checksum.
        writer.Write(0); // The length, compressed and not: the latter is in the extra field.
        writer.Write(uint.MaxValue);
        writer.Write((ushort)1);
        writer.Write((ushort)12);
        writer.Write((ushort)0); // Comment, disk, attributes.
        writer.Write((ushort)0);
        writer.Write((ushort)0);
        writer.Write(0);
        writer.Write(0); // Where it begins.
        writer.Write(Encoding.ASCII.GetBytes([name]));
        writer.Write((ushort)1); // The extra field of zip64.
        writer.Write((ushort)8);
        writer.Write(long.MaxValue);
    }
}
