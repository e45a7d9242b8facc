namespace ImageService.Handlers.Formats;

/// <summary>
/// The primary item of an AVIF: neither a thumbnail nor an alpha plane nor a grid cell. The meta box names it (<c>pitm</c>) and
/// lists the properties of all items (<c>ipco</c>).
/// </summary>
internal static class AvifItem
{
    /// <summary>
    /// Reads its image spatial extents (<c>ispe</c>, ISO/IEC 23008-12 §6.5.3), and how it is turned: rotations (<c>irot</c>, §6.5.10) and
    /// mirrors (<c>imir</c>, §6.5.12), which apply in the order of their association. Cropping (<c>clap</c>) is not applied.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> content, out ImageHeader header)
    {
        var meta = content.From(4);
        var itemProperties = Box.Find(meta, "iprp"u8);
        var associated = PropertyIndexes.Of(PrimaryItem(Box.Find(meta, "pitm"u8)), itemProperties);
        var properties = Box.Find(itemProperties, "ipco"u8);
        var size = default(ImageSize?);
        var orientations = new Orientation[associated.Length];
        for (var index = 1; index <= PropertyIndexes.Highest && Box.TryTake(ref properties, out var property); index++)
        {
            var isExtents = property.Type.SequenceEqual("ispe"u8);
            var place = isExtents || IsOrientation(property) ? Array.IndexOf(associated, (ushort)index) : -1;
            if (place >= 0 && isExtents)
                size ??= ReadExtents(property.Content);
            else if (place >= 0)
                orientations[place] = ReadOrientation(property);
        }

        var orientation = default(Orientation);
        foreach (var next in orientations)
            orientation = orientation.Then(next);
        header = new ImageHeader(size.GetValueOrDefault(), orientation.Exif);
        return size is not null;
    }

    /// <summary>The id of the primary item (ISO/IEC 14496-12 §8.11.4): 16 bits wide in version 0. No item has the id 0.</summary>
    private static ulong PrimaryItem(ReadOnlySpan<byte> pitm)
    {
        var reader = new ByteReader(pitm, bigEndian: true);
        var version = reader.Read(1);
        reader.Take(3);
        return reader.Read(version == 0 ? 2 : 4);
    }

    /// <summary>Version and flags, width, height.</summary>
    private static ImageSize? ReadExtents(ReadOnlySpan<byte> ispe)
    {
        var reader = new ByteReader(ispe.From(4), bigEndian: true);
        return ImageSize.TryCreate(reader.Read(4), reader.Read(4), out var size) ? size : null;
    }

    private static bool IsOrientation(Box property) => property.Type.SequenceEqual("irot"u8) || property.Type.SequenceEqual("imir"u8);

    /// <summary>
    /// The lowest two bits of <c>irot</c> are quarters anticlockwise. The lowest of <c>imir</c> is 0 where top and bottom are exchanged, and 1 where left
    /// and right are: numbers 4 and 2 of EXIF.
    /// </summary>
    private static Orientation ReadOrientation(Box property)
    {
        if (property.Content.IsEmpty)
            return default;
        var value = property.Content[0];
        return property.Type.SequenceEqual("irot"u8) ? new Orientation(false, -value & 3) : new Orientation(true, (value & 1) == 0 ? 2 : 0);
    }
}
