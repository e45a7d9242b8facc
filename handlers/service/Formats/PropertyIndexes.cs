namespace ImageService.Handlers.Formats;

/// <summary>
/// Which of a file's properties, counted from 1, belong to an item: an entry of the item property association box
/// (ISO/IEC 23008-12 §9.3).
/// </summary>
internal static class PropertyIndexes
{
    /// <summary>The largest index: it has 15 bits.</summary>
    public const int Highest = 0x7FFF;

    /// <summary>Looks an item up in the <c>ipma</c> boxes, which share out the items between them.</summary>
    /// <param name="item">The item's id; 0 is that of none.</param>
    /// <param name="itemProperties">The content of the <c>iprp</c> box.</param>
    /// <returns>The indexes in the order in which the properties apply; 255 at most, as their number has 8 bits.</returns>
    public static ushort[] Of(ulong item, ReadOnlySpan<byte> itemProperties)
    {
        ushort[] found = [];
        while (item != 0 && found.Length == 0 && Box.TryTake(ref itemProperties, out var box))
        {
            if (box.Type.SequenceEqual("ipma"u8))
                found = Find(item, new ByteReader(box.Content, bigEndian: true));
        }

        return found;
    }

    /// <summary>Version 0 has ids of 16 bits, flag 1 indexes of 15 bits instead of 7.</summary>
    private static ushort[] Find(ulong item, ByteReader reader)
    {
        var idSize = reader.Read(1) == 0 ? 2 : 4;
        var indexSize = (reader.Read(3) & 1) == 0 ? 1 : 2;
        for (var left = reader.Read(4); left > 0 && !reader.IsPastEnd; left--)
        {
            var id = reader.Read(idSize);
            var entry = reader.Take((int)reader.Read(1) * indexSize);
            if (id == item)
                return Indexes(entry, indexSize);
        }

        return [];
    }

    /// <summary>The bit above an index tells whether the property is essential.</summary>
    private static ushort[] Indexes(ReadOnlySpan<byte> entry, int size)
    {
        var reader = new ByteReader(entry, bigEndian: true);
        var indexes = new ushort[entry.Length / size];
        for (var place = 0; place < indexes.Length; place++)
            indexes[place] = (ushort)(reader.Read(size) & (size == 1 ? 0x7Fu : Highest));

        return indexes;
    }
}
