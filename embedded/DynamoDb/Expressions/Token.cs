namespace EmbeddedAws.DynamoDb.Expressions;

internal enum TokenKind
{
    /// <summary>An attribute, a function or a keyword.</summary>
    Word,

    /// <summary><c>#name</c></summary>
    NamePlaceholder,

    /// <summary><c>:value</c></summary>
    ValuePlaceholder,

    /// <summary>The index of a list.</summary>
    Index,

    Symbol,
    End,
}

/// <summary>A word of an expression, and its position.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Start)
{
    public int End => Start + (Kind == TokenKind.End ? 0 : Text.Length);

    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    /// <summary>Keywords are the same in any case.</summary>
    public bool IsKeyword(string keyword) => Kind == TokenKind.Word && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
