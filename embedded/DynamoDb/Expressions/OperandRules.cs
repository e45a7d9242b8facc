using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>What AWS refuses about operands before it looks at any item.</summary>
internal static class OperandRules
{
    /// <summary>AWS: Quotas, expression parameters.</summary>
    private const int MostChoices = 100;

    /// <summary>A path that is compared with itself.</summary>
    public static void CheckDistinct(string kind, string name, Operand first, params ReadOnlySpan<Operand> others)
    {
        foreach (var other in others)
        {
            if (first is PathOperand path && path == other as PathOperand)
                throw ExpressionErrors.SameOperands(kind, name, path.Path.ToString());
        }
    }

    public static void CheckDistinct(string kind, string name, List<Operand> operands) =>
        CheckDistinct(kind, name, operands[0], [.. operands.Skip(1)]);

    public static void CheckOrdered(string kind, string name, params ReadOnlySpan<Operand> operands)
    {
        foreach (var operand in operands)
            CheckType(kind, name, operand, KeyEncoding.Orders);
    }

    /// <summary>Only the type of a literal is known now.</summary>
    public static void CheckType(string kind, string name, Operand operand, Func<string, bool> allows)
    {
        if (operand is ValueOperand literal && !allows(literal.Value.Type))
            throw ExpressionErrors.OperandType(kind, name, literal.Value.Type);
    }

    public static void CheckRange(string kind, Operand lower, Operand upper)
    {
        if (lower is not ValueOperand { Value: var from } || upper is not ValueOperand { Value: var to })
            return;
        if (from.Type != to.Type)
            throw ExpressionErrors.RangeOfTwoTypes(kind, Show(from), Show(to));
        if (KeyEncoding.Compare(from, to) > 0)
            throw ExpressionErrors.EmptyRange(kind, Show(from), Show(to));
    }

    public static void CheckChoices(string kind, int count)
    {
        if (count > MostChoices)
            throw ExpressionErrors.OperandCount(kind, "IN", count + 1);
    }

    /// <summary>As AWS's error writes a value: <c>{N:2}</c>.</summary>
    private static string Show(AttributeValue value) => value switch
    {
        StringValue text => $"{{S:{text.Text}}}",
        NumberValue number => $"{{N:{number.Number}}}",
        _ => $"{{{value.Type}:{Convert.ToBase64String(((BinaryValue)value).Bytes)}}}",
    };
}
