using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>An attribute of a key and its type: <c>S</c>, <c>N</c> or <c>B</c>.</summary>
internal sealed record KeyAttribute(string Name, string Type);

/// <summary>A key as bytes that sort as DynamoDB sorts; without a range key its part is empty.</summary>
internal readonly record struct EncodedKey(byte[] Hash, byte[] Range)
{
    public bool Equals(EncodedKey other) => Hash.AsSpan().SequenceEqual(other.Hash) && Range.AsSpan().SequenceEqual(other.Range);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Hash);
        hash.AddBytes(Range);
        return hash.ToHashCode();
    }
}

/// <summary>The key of a table or an index: a hash attribute and perhaps a range attribute.</summary>
internal sealed record KeySchema(KeyAttribute Hash, KeyAttribute? Range)
{
    public IEnumerable<KeyAttribute> Attributes => Range is null ? [Hash] : [Hash, Range];

    public bool Contains(string attribute) => Attributes.Any(key => key.Name == attribute);

    /// <summary>
    /// Whether an item has all the attributes of the key, with their types: an index leaves out one that has not. Another type has an item only that is
    /// older than the index.
    /// </summary>
    public bool Covers(MapValue item) => Attributes.All(key => item[key.Name]?.Type == key.Type);

    /// <summary>The key of an item that has one of the right types.</summary>
    public EncodedKey Encode(MapValue item) =>
        new(KeyEncoding.Encode(item[Hash.Name]!), Range is null ? [] : KeyEncoding.Encode(item[Range.Name]!));
}
