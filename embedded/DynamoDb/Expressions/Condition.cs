using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>A condition on an item (AWS: Condition and filter expressions, operators, and functions).</summary>
internal abstract record Condition
{
    public abstract bool Holds(MapValue item);
}

internal sealed record And(Condition Left, Condition Right) : Condition
{
    public override bool Holds(MapValue item) => Left.Holds(item) && Right.Holds(item);
}

internal sealed record Or(Condition Left, Condition Right) : Condition
{
    public override bool Holds(MapValue item) => Left.Holds(item) || Right.Holds(item);
}

internal sealed record Not(Condition Inner) : Condition
{
    public override bool Holds(MapValue item) => !Inner.Holds(item);
}

/// <summary><c>=</c>, <c>&lt;&gt;</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c>.</summary>
internal sealed record Comparison(string Operator, Operand Left, Operand Right) : Condition
{
    /// <summary>A missing attribute equals nothing and differs from everything.</summary>
    public override bool Holds(MapValue item)
    {
        var (left, right) = (Left.Evaluate(item), Right.Evaluate(item));
        if (left is null || right is null)
            return Operator == "<>";
        return Operator switch
        {
            "=" => left.Equals(right),
            "<>" => !left.Equals(right),
            "<" => KeyEncoding.Compare(left, right) < 0,
            "<=" => KeyEncoding.Compare(left, right) <= 0,
            ">" => KeyEncoding.Compare(left, right) > 0,
            _ => KeyEncoding.Compare(left, right) >= 0,
        };
    }
}

internal sealed record Between(Operand Value, Operand Lower, Operand Upper) : Condition
{
    public override bool Holds(MapValue item) =>
        Value.Evaluate(item) is { } value && Lower.Evaluate(item) is { } lower && Upper.Evaluate(item) is { } upper
        && KeyEncoding.Compare(value, lower) >= 0 && KeyEncoding.Compare(value, upper) <= 0;
}

internal sealed record In(Operand Value, IReadOnlyList<Operand> Choices) : Condition
{
    public override bool Holds(MapValue item) =>
        Value.Evaluate(item) is { } value && Choices.Any(choice => value.Equals(choice.Evaluate(item)));
}
