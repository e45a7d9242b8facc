using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Expressions;

internal abstract record UpdateAction(DocumentPath Path)
{
    /// <summary>The path's new value, or null for none.</summary>
    public abstract AttributeValue? Evaluate(MapValue item);
}

internal sealed record SetAction(DocumentPath Path, UpdateOperand Value) : UpdateAction(Path)
{
    public override AttributeValue Evaluate(MapValue item) => Value.Evaluate(item);
}

internal sealed record RemoveAction(DocumentPath Path) : UpdateAction(Path)
{
    public override AttributeValue? Evaluate(MapValue item) => null;
}

/// <summary><c>ADD</c>: to a number, or elements to a set; a missing one begins as zero or empty.</summary>
internal sealed record AddAction(DocumentPath Path, AttributeValue Value) : UpdateAction(Path)
{
    public override AttributeValue Evaluate(MapValue item) => (Path.Find(item), Value) switch
    {
        (null, _) => Value,
        (NumberValue old, NumberValue more) => new NumberValue(old.Number + more.Number),
        (SetValue old, SetValue more) when old.Type == more.Type => new SetValue(old.ElementType, [.. old.Elements.Union(more.Elements)]),
        _ => throw UpdateErrors.OperandType(),
    };
}

/// <summary><c>DELETE</c>: removes elements from a set; an emptied set is removed, since there are no empty sets.</summary>
internal sealed record DeleteAction(DocumentPath Path, SetValue Value) : UpdateAction(Path)
{
    public override AttributeValue? Evaluate(MapValue item)
    {
        if (Path.Find(item) is not { } found)
            return null;
        if (found is not SetValue old || old.Type != Value.Type)
            throw UpdateErrors.OperandType();
        var left = old.Elements.Except(Value.Elements).ToList();
        return left.Count == 0 ? null : new SetValue(old.ElementType, left);
    }
}
