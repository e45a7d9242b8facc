using System.Text;

namespace EmbeddedAws.DynamoDb.Values;

/// <summary>A value of one of DynamoDB's ten types. Values never change: an update makes new ones.</summary>
internal abstract record AttributeValue
{
    /// <summary>The type as the wire and <c>attribute_type</c> name it: <c>S</c>, <c>NS</c>, <c>BOOL</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The bytes that the value counts for (AWS: DynamoDB item sizes and formats).</summary>
    public abstract int Size { get; }

    /// <summary>How many lists and maps lie within one another here.</summary>
    public virtual int Depth => 0;
}

internal sealed record StringValue(string Text) : AttributeValue
{
    public override string Type => "S";

    public override int Size => Encoding.UTF8.GetByteCount(Text);
}

internal sealed record NumberValue(Number Number) : AttributeValue
{
    public override string Type => "N";

    public override int Size => Number.Size;
}

internal sealed record BinaryValue(byte[] Bytes) : AttributeValue
{
    public override string Type => "B";

    public override int Size => Bytes.Length;

    public bool Equals(BinaryValue? other) => other is not null && Bytes.AsSpan().SequenceEqual(other.Bytes);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }
}

internal sealed record BooleanValue(bool Value) : AttributeValue
{
    public override string Type => "BOOL";

    public override int Size => 1;
}

internal sealed record NullValue : AttributeValue
{
    public override string Type => "NULL";

    public override int Size => 1;
}
