using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>What all expressions share: paths, placeholders, and the limit of operators.</summary>
internal abstract class ExpressionParser(string kind, string text, Placeholders placeholders)
{
    /// <summary>AWS: Quotas, expression parameters.</summary>
    private const int MostOperators = 300;

    private readonly List<DocumentPath> _paths = [];
    private int _operators;
    private int _depth;

    protected TokenReader Tokens { get; } = new(kind, text);

    protected string Kind => kind;

    /// <summary>All paths that were read.</summary>
    protected IReadOnlyList<DocumentPath> Paths => _paths;

    /// <summary>Counts an operator or a function.</summary>
    protected void CountOperator()
    {
        if (++_operators > MostOperators)
            throw ExpressionErrors.TooManyOperators(kind, _operators);
    }

    /// <summary>Reads what is in parentheses. Nesting is bounded, as the stack is.</summary>
    protected T ReadParentheses<T>(Func<T> read)
    {
        Tokens.ExpectSymbol("(");
        if (++_depth > MostOperators)
            throw ExpressionErrors.TooManyOperators(kind, _depth);
        var inner = read();
        Tokens.ExpectSymbol(")");
        _depth--;
        return inner;
    }

    protected DocumentPath ReadPath() => ReadSteps([ReadName()]);

    /// <summary>Reads on after the first steps of a path.</summary>
    protected DocumentPath ReadSteps(IEnumerable<PathStep> first)
    {
        var steps = new List<PathStep>(first);
        while (true)
        {
            if (Tokens.TrySymbol("."))
                steps.Add(ReadName());
            else if (Tokens.TrySymbol("["))
                steps.Add(ReadIndex());
            else
                break;
        }

        var path = new DocumentPath(steps);
        _paths.Add(path);
        return path;
    }

    protected AttributeValue ReadValue() => Tokens.Current.Kind == TokenKind.ValuePlaceholder
        ? placeholders.Value(kind, Tokens.Take().Text)
        : throw Tokens.SyntaxError();

    /// <summary>Reads a list of at least one, separated by commas.</summary>
    protected List<T> ReadList<T>(Func<T> read)
    {
        var list = new List<T> { read() };
        while (Tokens.TrySymbol(","))
            list.Add(read());
        return list;
    }

    private PathStep ReadName()
    {
        switch (Tokens.Current.Kind)
        {
            case TokenKind.NamePlaceholder:
                return new PathStep(placeholders.Name(kind, Tokens.Take().Text), 0);
            case TokenKind.Word:
                var name = Tokens.Take().Text;
                return ReservedWords.Contains(name) ? throw ExpressionErrors.ReservedWord(kind, name) : new PathStep(name, 0);
            default:
                throw Tokens.SyntaxError();
        }
    }

    private PathStep ReadIndex()
    {
        if (Tokens.Current.Kind != TokenKind.Index || !int.TryParse(Tokens.Current.Text, null, out var index))
            throw Tokens.SyntaxError();
        Tokens.Take();
        Tokens.ExpectSymbol("]");
        return new PathStep(null, index);
    }
}
