using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>A condition that is a function: the name tells a key condition which one it may not use.</summary>
internal abstract record FunctionCondition(string Name) : Condition;

internal sealed record AttributeExists(DocumentPath Path) : FunctionCondition("attribute_exists")
{
    public override bool Holds(MapValue item) => Path.Find(item) is not null;
}

internal sealed record AttributeNotExists(DocumentPath Path) : FunctionCondition("attribute_not_exists")
{
    public override bool Holds(MapValue item) => Path.Find(item) is null;
}

internal sealed record AttributeType(DocumentPath Path, string Type) : FunctionCondition("attribute_type")
{
    public override bool Holds(MapValue item) => Path.Find(item)?.Type == Type;
}

internal sealed record BeginsWith(Operand Value, Operand Prefix) : FunctionCondition("begins_with")
{
    public override bool Holds(MapValue item) => (Value.Evaluate(item), Prefix.Evaluate(item)) switch
    {
        (StringValue text, StringValue prefix) => text.Text.StartsWith(prefix.Text, StringComparison.Ordinal),
        (BinaryValue binary, BinaryValue prefix) => binary.Bytes.AsSpan().StartsWith(prefix.Bytes),
        _ => false,
    };
}

/// <summary>A part of a string or a binary, or an element of a set or a list.</summary>
internal sealed record Contains(Operand Value, Operand Part) : FunctionCondition("contains")
{
    public override bool Holds(MapValue item) => (Value.Evaluate(item), Part.Evaluate(item)) switch
    {
        (StringValue text, StringValue part) => text.Text.Contains(part.Text, StringComparison.Ordinal),
        (BinaryValue binary, BinaryValue part) => binary.Bytes.AsSpan().IndexOf(part.Bytes) >= 0,
        (SetValue set, { } element) => set.Elements.Contains(element),
        (ListValue list, { } element) => list.Elements.Contains(element),
        _ => false,
    };
}
