using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Writes;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>The right side of a SET; unlike an operand of a condition it has to have a value.</summary>
internal abstract record UpdateOperand
{
    public abstract AttributeValue Evaluate(MapValue item);
}

internal sealed record LiteralOperand(AttributeValue Value) : UpdateOperand
{
    public override AttributeValue Evaluate(MapValue item) => Value;
}

internal sealed record AttributeOperand(DocumentPath Path) : UpdateOperand
{
    public override AttributeValue Evaluate(MapValue item) => Path.Find(item) ?? throw UpdateErrors.NoSuchOperand();
}

internal sealed record IfNotExists(DocumentPath Path, UpdateOperand Otherwise) : UpdateOperand
{
    public override AttributeValue Evaluate(MapValue item) => Path.Find(item) ?? Otherwise.Evaluate(item);
}

internal sealed record ListAppend(UpdateOperand First, UpdateOperand Second) : UpdateOperand
{
    public override AttributeValue Evaluate(MapValue item) => (First.Evaluate(item), Second.Evaluate(item)) switch
    {
        // Each element counts for more than a byte. Lists that are appended to lists again and again would take all memory.
        (ListValue first, ListValue second) when first.Elements.Count + second.Elements.Count > ItemRules.LargestItem => throw ValueErrors.UpdatedItemTooLarge(),
        (ListValue first, ListValue second) => new ListValue([.. first.Elements, .. second.Elements]),
        _ => throw UpdateErrors.OperandType(),
    };
}

/// <summary><c>+</c> or <c>-</c>.</summary>
internal sealed record Arithmetic(string Operator, UpdateOperand Left, UpdateOperand Right) : UpdateOperand
{
    public override AttributeValue Evaluate(MapValue item) => (Left.Evaluate(item), Right.Evaluate(item)) switch
    {
        (NumberValue left, NumberValue right) =>
            new NumberValue(Operator == "+" ? left.Number + right.Number : left.Number - right.Number),
        _ => throw UpdateErrors.OperandType(),
    };
}
