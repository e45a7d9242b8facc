using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>Parses updates: the sections SET, REMOVE, ADD and DELETE, each at most once, in any order.</summary>
internal sealed class UpdateParser : ExpressionParser
{
    private UpdateParser(string text, Placeholders placeholders)
        : base(UpdateExpression.Parameter, text, placeholders)
    {
    }

    public static UpdateExpression Parse(string text, Placeholders placeholders)
    {
        var actions = new UpdateParser(text, placeholders).ReadSections();
        PathTree<UpdateAction>.Of(UpdateExpression.Parameter, actions.Select(action => (action.Path, action)));
        return new UpdateExpression(actions);
    }

    private List<UpdateAction> ReadSections()
    {
        var actions = new List<UpdateAction>();
        var seen = new HashSet<string>();
        while (Tokens.Current.Kind != TokenKind.End)
        {
            var section = Tokens.Current.Text.ToUpperInvariant();
            Func<UpdateAction> read = section switch
            {
                "SET" => ReadSet,
                "REMOVE" => ReadRemove,
                "ADD" => ReadAdd,
                "DELETE" => ReadDelete,
                _ => throw Tokens.SyntaxError(),
            };
            if (!seen.Add(section))
                throw UpdateErrors.SectionTwice(section);
            Tokens.Take();
            actions.AddRange(ReadList(read));
        }

        return actions;
    }

    private SetAction ReadSet()
    {
        var path = ReadTarget();
        Tokens.ExpectSymbol("=");
        return new SetAction(path, ReadSetValue());
    }

    private RemoveAction ReadRemove() => new(ReadTarget());

    private AddAction ReadAdd()
    {
        var path = ReadTarget();
        var value = ReadValue();
        return value is NumberValue or SetValue ? new AddAction(path, value) : throw UpdateErrors.OperandOfSection("ADD", value.Type);
    }

    private DeleteAction ReadDelete()
    {
        var path = ReadTarget();
        var value = ReadValue();
        return value is SetValue set ? new DeleteAction(path, set) : throw UpdateErrors.OperandOfSection("DELETE", value.Type);
    }

    private DocumentPath ReadTarget()
    {
        CountOperator();
        return ReadPath();
    }

    /// <summary>A sum, or one in parentheses.</summary>
    private UpdateOperand ReadSetValue() =>
        Tokens.Current.IsSymbol("(") && !IsSign(Tokens.AfterParentheses) ? ReadParentheses(ReadSum) : ReadSum();

    /// <summary>One operand, or two with a sign between: AWS's grammar has no longer sums.</summary>
    private UpdateOperand ReadSum()
    {
        var left = ReadOperand();
        if (!IsSign(Tokens.Current))
            return left;
        CountOperator();
        var sign = Tokens.Take().Text;
        var right = ReadOperand();
        CheckLiteral(sign, left, "N");
        CheckLiteral(sign, right, "N");
        return new Arithmetic(sign, left, right);
    }

    private UpdateOperand ReadOperand() => Tokens.Current.IsSymbol("(") ? ReadParentheses(ReadBareOperand) : ReadBareOperand();

    private UpdateOperand ReadBareOperand()
    {
        if (Tokens.Current.Kind == TokenKind.ValuePlaceholder)
            return new LiteralOperand(ReadValue());
        return Tokens.Current.Kind == TokenKind.Word && Tokens.Next.IsSymbol("(") ? ReadFunction() : new AttributeOperand(ReadPath());
    }

    private static bool IsSign(Token token) => token.IsSymbol("+") || token.IsSymbol("-");

    private UpdateOperand ReadFunction()
    {
        CountOperator();
        var name = Tokens.Take().Text;
        Tokens.ExpectSymbol("(");
        var operands = ReadList(ReadOperand);
        Tokens.ExpectSymbol(")");
        return name switch
        {
            "if_not_exists" or "list_append" when operands.Count != 2 => throw ExpressionErrors.OperandCount(Kind, name, operands.Count),
            "if_not_exists" => operands[0] is AttributeOperand attribute
                ? new IfNotExists(attribute.Path, operands[1])
                : throw ExpressionErrors.NotAPath(Kind, name),
            "list_append" => ReadListAppend(name, operands),
            "attribute_exists" or "attribute_not_exists" or "attribute_type" or "begins_with" or "contains" or "size" =>
                throw ExpressionErrors.MisplacedFunction(Kind, name),
            _ => throw ExpressionErrors.UnknownFunction(Kind, name),
        };
    }

    private ListAppend ReadListAppend(string name, List<UpdateOperand> operands)
    {
        foreach (var operand in operands)
            CheckLiteral(name, operand, "L");
        return new ListAppend(operands[0], operands[1]);
    }

    private void CheckLiteral(string name, UpdateOperand operand, string type)
    {
        if (operand is LiteralOperand literal && literal.Value.Type != type)
            throw ExpressionErrors.OperandType(Kind, name, literal.Value.Type);
    }
}
