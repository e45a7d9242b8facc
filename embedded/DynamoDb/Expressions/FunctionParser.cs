using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>Parses the functions of conditions.</summary>
internal sealed class FunctionParser(TokenReader tokens, Func<Operand> readOperand)
{
    private static readonly Dictionary<string, int> OperandCounts = new()
    {
        ["attribute_exists"] = 1,
        ["attribute_not_exists"] = 1,
        ["attribute_type"] = 2,
        ["begins_with"] = 2,
        ["contains"] = 2,
        ["size"] = 1,
    };

    public FunctionCondition ReadCondition()
    {
        var (name, operands) = Read();
        return name switch
        {
            "attribute_exists" => new AttributeExists(Path(name, operands[0])),
            "attribute_not_exists" => new AttributeNotExists(Path(name, operands[0])),
            "attribute_type" => new AttributeType(Path(name, operands[0]), TypeName(name, operands[1])),
            "begins_with" => ReadBeginsWith(name, operands),
            _ => ReadContains(name, operands),
        };
    }

    /// <summary>Reads the only function that is an operand.</summary>
    public SizeOperand ReadSize()
    {
        var (name, operands) = Read();
        if (name != "size" || operands[0] is SizeOperand)
            throw ExpressionErrors.MisplacedFunction(tokens.Kind, name);
        OperandRules.CheckType(tokens.Kind, name, operands[0], SizeOperand.Measures);
        return new SizeOperand(operands[0]);
    }

    private (string Name, List<Operand> Operands) Read()
    {
        var name = tokens.Take().Text;
        if (!OperandCounts.TryGetValue(name, out var count))
            throw ExpressionErrors.UnknownFunction(tokens.Kind, name);
        tokens.ExpectSymbol("(");
        var operands = new List<Operand> { readOperand() };
        while (tokens.TrySymbol(","))
            operands.Add(readOperand());
        tokens.ExpectSymbol(")");
        if (operands.Count != count)
            throw ExpressionErrors.OperandCount(tokens.Kind, name, operands.Count);
        return (name, operands);
    }

    private DocumentPath Path(string name, Operand operand) =>
        operand is PathOperand path ? path.Path : throw ExpressionErrors.NotAPath(tokens.Kind, name);

    private string TypeName(string name, Operand operand)
    {
        if (operand is not ValueOperand { Value: StringValue { Text: var type } })
            throw ExpressionErrors.OperandType(tokens.Kind, name, operand is ValueOperand other ? other.Value.Type : "M");
        return type is "S" or "N" or "B" or "SS" or "NS" or "BS" or "L" or "M" or "BOOL" or "NULL"
            ? type
            : throw ExpressionErrors.UnknownType(tokens.Kind, type);
    }

    private BeginsWith ReadBeginsWith(string name, List<Operand> operands)
    {
        OperandRules.CheckDistinct(tokens.Kind, name, [.. operands]);
        foreach (var operand in operands)
            OperandRules.CheckType(tokens.Kind, name, operand, type => type is "S" or "B");
        return new BeginsWith(operands[0], operands[1]);
    }

    private Contains ReadContains(string name, List<Operand> operands)
    {
        OperandRules.CheckDistinct(tokens.Kind, name, [.. operands]);
        return new Contains(operands[0], operands[1]);
    }
}
