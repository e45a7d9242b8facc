using EmbeddedAws.DynamoDb.Errors;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>Walks through the tokens of an expression.</summary>
internal sealed class TokenReader(string kind, string text)
{
    private readonly List<Token> _tokens = Tokenizer.Split(kind, text);
    private int[]? _closings;
    private int _position;

    /// <summary>The parameter that holds the expression.</summary>
    public string Kind => kind;

    public Token Current => _tokens[_position];

    public Token Next => _tokens[Math.Min(_position + 1, _tokens.Count - 1)];

    /// <summary>What comes after the parentheses that open here; the end where nothing closes them.</summary>
    public Token AfterParentheses => _tokens[Math.Min(Closing(_position) + 1, _tokens.Count - 1)];

    /// <summary>Whether the parentheses that open here hold nothing but another pair.</summary>
    public bool IsDoubled => Next.IsSymbol("(") && Closing(_position + 1) + 1 == Closing(_position);

    public Token Take()
    {
        var token = Current;
        if (token.Kind != TokenKind.End)
            _position++;
        return token;
    }

    public bool TrySymbol(string symbol)
    {
        if (!Current.IsSymbol(symbol))
            return false;
        _position++;
        return true;
    }

    public bool TryKeyword(string keyword)
    {
        if (!Current.IsKeyword(keyword))
            return false;
        _position++;
        return true;
    }

    public void ExpectSymbol(string symbol)
    {
        if (!TrySymbol(symbol))
            throw SyntaxError();
    }

    public void ExpectKeyword(string keyword)
    {
        if (!TryKeyword(keyword))
            throw SyntaxError();
    }

    public void ExpectEnd()
    {
        if (Current.Kind != TokenKind.End)
            throw SyntaxError();
    }

    /// <summary>AWS quotes the token, and it between its neighbors.</summary>
    public DynamoDbException SyntaxError() =>
        ExpressionErrors.Syntax(kind, Current.Text, text[_tokens[Math.Max(_position - 1, 0)].Start..Next.End]);

    /// <summary>Where the parenthesis at a position is closed. All are found together: looking for each would be quadratic.</summary>
    private int Closing(int position) => (_closings ??= Closings())[position];

    private int[] Closings()
    {
        var closings = Enumerable.Repeat(_tokens.Count, _tokens.Count).ToArray();
        var open = new Stack<int>();
        for (var position = 0; position < _tokens.Count; position++)
        {
            if (_tokens[position].IsSymbol("("))
                open.Push(position);
            else if (_tokens[position].IsSymbol(")") && open.TryPop(out var opening))
                closings[opening] = position;
        }

        return closings;
    }
}
