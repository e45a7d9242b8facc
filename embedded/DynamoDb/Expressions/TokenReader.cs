using EmbeddedAws.DynamoDb.Errors;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>Walks through the tokens of an expression.</summary>
internal sealed class TokenReader(string kind, string text)
{
    private readonly List<Token> _tokens = Tokenizer.Split(kind, text);
    private int _position;

    /// <summary>The parameter that holds the expression.</summary>
    public string Kind => kind;

    public Token Current => _tokens[_position];

    public Token Next => _tokens[Math.Min(_position + 1, _tokens.Count - 1)];

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

    /// <summary>AWS quotes the token, and it between its neighbours.</summary>
    public DynamoDbException SyntaxError() =>
        ExpressionErrors.Syntax(kind, Current.Text, text[_tokens[Math.Max(_position - 1, 0)].Start..Next.End]);
}
