using EmbeddedAws.DynamoDb.Errors;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>Parses conditions, filters and key conditions: OR binds least, then AND, then NOT.</summary>
internal sealed class ConditionParser : ExpressionParser
{
    private readonly FunctionParser _functions;

    private ConditionParser(string kind, string text, Placeholders placeholders)
        : base(kind, text, placeholders)
    {
        _functions = new FunctionParser(Tokens, ReadOperand);
    }

    public static Condition Parse(string kind, string text, Placeholders placeholders) =>
        Parse(kind, text, placeholders, out _);

    /// <param name="kind">The parameter that holds the expression.</param>
    /// <param name="text">The expression.</param>
    /// <param name="placeholders">What its placeholders stand for.</param>
    /// <param name="paths">All paths that it reads.</param>
    public static Condition Parse(string kind, string text, Placeholders placeholders, out IReadOnlyList<DocumentPath> paths)
    {
        var parser = new ConditionParser(kind, text, placeholders);
        var condition = parser.ReadOr();
        parser.Tokens.ExpectEnd();
        paths = parser.Paths;
        return condition;
    }

    private Condition ReadOr()
    {
        var left = ReadAnd();
        while (Tokens.TryKeyword("OR"))
        {
            CountOperator();
            left = new Or(left, ReadAnd());
        }

        return left;
    }

    private Condition ReadAnd()
    {
        var left = ReadNot();
        while (Tokens.TryKeyword("AND"))
        {
            CountOperator();
            left = new And(left, ReadNot());
        }

        return left;
    }

    private Condition ReadNot()
    {
        if (!Tokens.TryKeyword("NOT"))
            return ReadPrimary();
        CountOperator();
        return new Not(ReadNot());
    }

    private Condition ReadPrimary()
    {
        if (Tokens.Current.IsSymbol("(") && !IsOperandInParentheses())
            return ReadSinglePair(ReadOr);
        CountOperator();
        if (IsFunction() && Tokens.Current.Text != "size")
            return ReadFunction();
        var function = IsFunction() ? Tokens.Current.Text : null;
        var left = ReadOperand();
        if (IsComparator(Tokens.Current))
            return ReadComparison(left);
        if (Tokens.TryKeyword("BETWEEN"))
            return ReadBetween(left);
        if (Tokens.TryKeyword("IN"))
            return ReadIn(left);
        throw function is null ? Tokens.SyntaxError() : ExpressionErrors.MisplacedFunction(Kind, function);
    }

    private T ReadSinglePair<T>(Func<T> read)
    {
        var doubled = Tokens.IsDoubled;
        var inner = ReadParentheses(read);
        return doubled ? throw ExpressionErrors.RedundantParentheses(Kind) : inner;
    }

    /// <summary>Parentheses hold an operand where what comes after them needs one; a condition ends an expression, or is joined to another.</summary>
    private bool IsOperandInParentheses()
    {
        var next = Tokens.AfterParentheses;
        return IsComparator(next) || next.IsKeyword("BETWEEN") || next.IsKeyword("IN") || IsStep(next);
    }

    private FunctionCondition ReadFunction()
    {
        var name = Tokens.Current.Text;
        var function = _functions.ReadCondition();
        return Tokens.Current.Kind == TokenKind.Symbol && !Tokens.Current.IsSymbol(")")
            ? throw ExpressionErrors.MisplacedFunction(Kind, name)
            : function;
    }

    private Comparison ReadComparison(Operand left)
    {
        var name = Tokens.Take().Text;
        var right = ReadOperand();
        OperandRules.CheckDistinct(Kind, name, left, right);
        if (name is not ("=" or "<>"))
            OperandRules.CheckOrdered(Kind, name, left, right);
        return new Comparison(name, left, right);
    }

    private Between ReadBetween(Operand value)
    {
        var lower = ReadOperand();
        Tokens.ExpectKeyword("AND");
        var upper = ReadOperand();
        OperandRules.CheckDistinct(Kind, "BETWEEN", value, lower, upper);
        OperandRules.CheckOrdered(Kind, "BETWEEN", value, lower, upper);
        OperandRules.CheckRange(Kind, lower, upper);
        return new Between(value, lower, upper);
    }

    private In ReadIn(Operand value)
    {
        Tokens.ExpectSymbol("(");
        var choices = ReadList(ReadOperand);
        Tokens.ExpectSymbol(")");
        OperandRules.CheckChoices(Kind, choices.Count);
        OperandRules.CheckDistinct(Kind, "IN", [value, .. choices]);
        return new In(value, choices);
    }

    private Operand ReadOperand()
    {
        if (Tokens.Current.IsSymbol("("))
            return ReadOperandInParentheses();
        if (!IsFunction())
            return Tokens.Current.Kind == TokenKind.ValuePlaceholder ? new ValueOperand(ReadValue()) : new PathOperand(ReadPath());
        CountOperator();
        return _functions.ReadSize();
    }

    /// <summary>A path may go on after them: <c>(a).b</c>.</summary>
    private Operand ReadOperandInParentheses()
    {
        var inner = ReadSinglePair(ReadOperand);
        return inner is PathOperand { Path.Steps: var first } && IsStep(Tokens.Current) ? new PathOperand(ReadSteps(first)) : inner;
    }

    private static bool IsComparator(Token token) => token is { Kind: TokenKind.Symbol, Text: "=" or "<>" or "<" or "<=" or ">" or ">=" };

    private static bool IsStep(Token token) => token.IsSymbol(".") || token.IsSymbol("[");

    private bool IsFunction() => Tokens.Current.Kind == TokenKind.Word && Tokens.Next.IsSymbol("(")
        && !Tokens.Current.IsKeyword("IN");
}
