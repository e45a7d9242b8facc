using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>Something in a condition that has a value.</summary>
internal abstract record Operand
{
    /// <summary>The value for an item, or null where the item has none.</summary>
    public abstract AttributeValue? Evaluate(MapValue item);
}

internal sealed record PathOperand(DocumentPath Path) : Operand
{
    public override AttributeValue? Evaluate(MapValue item) => Path.Find(item);
}

internal sealed record ValueOperand(AttributeValue Value) : Operand
{
    public override AttributeValue? Evaluate(MapValue item) => Value;
}

/// <summary><c>size(operand)</c>: bytes of a string or a binary, elements of anything else that has a size.</summary>
internal sealed record SizeOperand(Operand Of) : Operand
{
    public static bool Measures(string type) => type is not ("N" or "BOOL" or "NULL");

    public override AttributeValue? Evaluate(MapValue item)
    {
        int? size = Of.Evaluate(item) switch
        {
            StringValue text => text.Size,
            BinaryValue binary => binary.Size,
            SetValue set => set.Elements.Count,
            ListValue list => list.Elements.Count,
            MapValue map => map.Attributes.Count,
            _ => null,
        };
        return size is { } number ? new NumberValue(Number.Of(number)) : null;
    }
}
