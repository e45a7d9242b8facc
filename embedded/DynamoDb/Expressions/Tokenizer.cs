using System.Text;
using System.Text.RegularExpressions;
using EmbeddedAws.DynamoDb.Errors;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>Splits an expression into tokens.</summary>
internal static partial class Tokenizer
{
    /// <summary>AWS: Quotas, expression parameters.</summary>
    private const int LongestExpression = 4096;

    /// <param name="kind">The parameter that holds the expression, such as <c>ConditionExpression</c>: errors name it.</param>
    /// <param name="text">The expression.</param>
    public static List<Token> Split(string kind, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw ExpressionErrors.Empty(kind);
        var size = Encoding.UTF8.GetByteCount(text);
        if (size > LongestExpression)
            throw ExpressionErrors.TooLong(kind, size);
        var tokens = new List<Token>();
        foreach (Match match in Tokens().Matches(text))
        {
            if (match.Groups["space"].Success)
                continue;
            if (match.Groups["other"].Success)
                throw ExpressionErrors.Syntax(kind, match.Value, Near(text, tokens, match));
            tokens.Add(new Token(KindOf(match), match.Value, match.Index));
        }

        tokens.Add(new Token(TokenKind.End, "<EOF>", text.Length));
        return tokens;
    }

    private static string Near(string text, List<Token> before, Match match) =>
        text[(before.Count == 0 ? match.Index : before[^1].Start)..(match.Index + match.Length)];

    private static TokenKind KindOf(Match match) => match switch
    {
        _ when match.Groups["word"].Success => TokenKind.Word,
        _ when match.Groups["name"].Success => TokenKind.NamePlaceholder,
        _ when match.Groups["value"].Success => TokenKind.ValuePlaceholder,
        _ when match.Groups["index"].Success => TokenKind.Index,
        _ => TokenKind.Symbol,
    };

    [GeneratedRegex(
        @"(?<space>\s+)|(?<word>[A-Za-z][A-Za-z0-9_]*)|(?<name>#[A-Za-z0-9_]+)|(?<value>:[A-Za-z0-9_]+)|(?<index>[0-9]+)"
        + @"|(?<symbol><>|<=|>=|[=<>()\[\],.+-])|(?<other>.)",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Tokens();
}
