namespace ImageService.Handlers.Formats;

/// <summary>
/// Which of a file's properties, counted from 1, belong to one item: an entry of the item property association box
/// (ISO/IEC 23008-12 §9.3).
/// </summary>
internal readonly ref struct PropertyIndexes
{
    /// <summary>How many properties an item can have at most: their number has 8 bits.</summary>
    public const int MostOfAnItem = 255;

    /// <summary>The largest index: it has 15 bits.</summary>
    public const int Highest = 0x7FFF;

    private readonly ReadOnlySpan<byte> _entry;
    private readonly int _indexSize;

    private PropertyIndexes(ReadOnlySpan<byte> entry, int indexSize)
    {
        _entry = entry;
        _indexSize = indexSize;
    }

    /// <summary>Looks an item up in the <c>ipma</c> boxes, which share out the items between them.</summary>
    /// <param name="item">The item's id; 0 is that of none.</param>
    /// <param name="itemProperties">The content of the <c>iprp</c> box.</param>
    public static PropertyIndexes Of(ulong item, ReadOnlySpan<byte> itemProperties)
    {
        var found = default(PropertyIndexes);
        while (item != 0 && found._entry.IsEmpty && Box.TryTake(ref itemProperties, out var box))
        {
            if (box.Type.SequenceEqual("ipma"u8))
                found = Find(item, new ByteReader(box.Content, bigEndian: true));
        }

        return found;
    }

    /// <summary>The place of the property with this index among those of the item, from 0; -1 where the item does not have it.</summary>
    public int PlaceOf(int index)
    {
        var reader = new ByteReader(_entry, bigEndian: true);
        var mask = _indexSize == 1 ? 0x7Fu : Highest;
        for (var place = 0; place * _indexSize < _entry.Length; place++)
        {
            if ((reader.Read(_indexSize) & (ulong)mask) == (ulong)index)
                return place;
        }

        return -1;
    }

    /// <summary>
    /// Version 0 has ids of 16 bits, flag 1 indexes of 15 bits instead of 7; the bit above tells whether a property is essential.
    /// </summary>
    private static PropertyIndexes Find(ulong item, ByteReader reader)
    {
        var idSize = reader.Read(1) == 0 ? 2 : 4;
        var indexSize = (reader.Read(3) & 1) == 0 ? 1 : 2;
        for (var left = reader.Read(4); left > 0 && !reader.IsPastEnd; left--)
        {
            var id = reader.Read(idSize);
            var entry = reader.Take((int)reader.Read(1) * indexSize);
            if (id == item)
                return new PropertyIndexes(entry, indexSize);
        }

        return default;
    }
}
