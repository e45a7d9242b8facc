using System.Text;

namespace EmbeddedAws.DynamoDb.Values;

/// <summary>A set of strings, numbers or binaries; the order of the elements means nothing.</summary>
internal sealed record SetValue(string ElementType, IReadOnlyList<AttributeValue> Elements) : AttributeValue
{
    public override string Type => ElementType + "S";

    public override int Size => Elements.Sum(element => element.Size);

    public bool Equals(SetValue? other) =>
        other is not null && ElementType == other.ElementType && Elements.Count == other.Elements.Count && Elements.ToHashSet().SetEquals(other.Elements);

    public override int GetHashCode() => HashCode.Combine(ElementType, Elements.Count);
}

internal sealed record ListValue(IReadOnlyList<AttributeValue> Elements) : AttributeValue
{
    public override string Type => "L";

    public override int Size => Container.Overhead + Elements.Sum(element => Container.ElementOverhead + element.Size);

    public override int Depth => 1 + Elements.Select(element => element.Depth).DefaultIfEmpty().Max();

    public bool Equals(ListValue? other) => other is not null && Elements.SequenceEqual(other.Elements);

    public override int GetHashCode() => Elements.Count;
}

/// <summary>A map, and also a whole item.</summary>
internal sealed record MapValue(IReadOnlyDictionary<string, AttributeValue> Attributes) : AttributeValue
{
    public static readonly MapValue Empty = new(new Dictionary<string, AttributeValue>());

    public override string Type => "M";

    public override int Size => Container.Overhead + (Attributes.Count * Container.ElementOverhead) + ItemSize;

    /// <summary>The size as an item: names and values, with no overhead of a map.</summary>
    public int ItemSize => Attributes.Sum(attribute => Encoding.UTF8.GetByteCount(attribute.Key) + attribute.Value.Size);

    public override int Depth => 1 + Attributes.Values.Select(value => value.Depth).DefaultIfEmpty().Max();

    public AttributeValue? this[string name] => Attributes.GetValueOrDefault(name);

    public bool Equals(MapValue? other) => other is not null && Attributes.Count == other.Attributes.Count
        && Attributes.All(attribute => attribute.Value.Equals(other[attribute.Key]));

    public override int GetHashCode() => Attributes.Count;
}

file static class Container
{
    public const int Overhead = 3;
    public const int ElementOverhead = 1;
}
