namespace ImageService.Handlers.Formats;

/// <summary>
/// AVIF (AV1 Image File Format, on HEIF, ISO/IEC 23008-12). The size is that of the primary item, so neither a thumbnail's
/// nor an alpha plane's nor a grid cell's; rotation, mirroring and cropping (<c>irot</c>, <c>imir</c>, <c>clap</c>) are not applied.
/// </summary>
internal static class Avif
{
    /// <summary>
    /// The file type box comes first (ISO/IEC 14496-12 §4.3). Its major brand or a compatible one is that of AVIF images or of
    /// AVIF image sequences.
    /// </summary>
    public static bool HasSignature(ReadOnlySpan<byte> image)
    {
        if (!Box.TryTake(ref image, out var box) || !box.Type.SequenceEqual("ftyp"u8))
            return false;

        var isAvif = IsAvif(box.Content);
        for (var brands = box.Content.From(8); !isAvif && !brands.IsEmpty; brands = brands.From(4))
            isAvif = IsAvif(brands);

        return isAvif;
    }

    /// <summary>Walks the boxes of the file to the meta box: often the second one, and sometimes behind the pixels.</summary>
    public static SizeReading ReadSize(FileView file)
    {
        var at = 0UL;
        while (true)
        {
            var bytes = file.At(at);
            if (!Box.TryRead(bytes, file.Length - at, out var box))
                return bytes.Length < Box.LongestHeader ? file.MoreAt(at) : SizeReading.Broken;
            if (box.Type.SequenceEqual("meta"u8) && TryReadMeta(box.Content, out var size))
                return SizeReading.Of(size);
            if (box.Type.SequenceEqual("meta"u8))
                return (ulong)bytes.Length < box.Size ? file.MoreAt(at) : SizeReading.Broken;
            if (box.Size >= file.Length - at)
                return SizeReading.Broken;
            at += box.Size;
        }
    }

    /// <summary>
    /// The meta box names the primary item (<c>pitm</c>) and lists the properties of all items (<c>ipco</c>). The one sought is the
    /// primary item's image spatial extents property (<c>ispe</c>, ISO/IEC 23008-12 §6.5.3).
    /// </summary>
    private static bool TryReadMeta(ReadOnlySpan<byte> content, out ImageSize size)
    {
        size = default;
        var meta = content.From(4);
        var itemProperties = Box.Find(meta, "iprp"u8);
        var indexes = PropertyIndexes.Of(PrimaryItem(Box.Find(meta, "pitm"u8)), itemProperties);
        var properties = Box.Find(itemProperties, "ipco"u8);
        for (var index = 1; Box.TryTake(ref properties, out var property); index++)
        {
            if (property.Type.SequenceEqual("ispe"u8) && indexes.Contains(index))
                return TryReadExtents(property.Content, out size);
        }

        return false;
    }

    private static bool IsAvif(ReadOnlySpan<byte> brands) => brands.StartsWith("avif"u8) || brands.StartsWith("avis"u8);

    /// <summary>The id of the primary item (ISO/IEC 14496-12 §8.11.4): 16 bits wide in version 0. No item has the id 0.</summary>
    private static ulong PrimaryItem(ReadOnlySpan<byte> pitm)
    {
        var reader = new ByteReader(pitm, bigEndian: true);
        var version = reader.Read(1);
        reader.Take(3);
        return reader.Read(version == 0 ? 2 : 4);
    }

    /// <summary>Version and flags, width, height.</summary>
    private static bool TryReadExtents(ReadOnlySpan<byte> ispe, out ImageSize size)
    {
        var reader = new ByteReader(ispe.From(4), bigEndian: true);
        return ImageSize.TryCreate(reader.Read(4), reader.Read(4), out size);
    }
}
