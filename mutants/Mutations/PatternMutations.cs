using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ImageService.Mutants.Mutations;

/// <summary>The changes of a pattern: other bounds, alternatives that are left out, properties that are not looked at.</summary>
internal static class PatternMutations
{
    private static readonly Dictionary<SyntaxKind, SyntaxKind> Bounds = new()
    {
        [SyntaxKind.LessThanToken] = SyntaxKind.LessThanEqualsToken,
        [SyntaxKind.LessThanEqualsToken] = SyntaxKind.LessThanToken,
        [SyntaxKind.GreaterThanToken] = SyntaxKind.GreaterThanEqualsToken,
        [SyntaxKind.GreaterThanEqualsToken] = SyntaxKind.GreaterThanToken,
    };

    /// <summary>Each change of a pattern or of one of its parts.</summary>
    public static IEnumerable<PatternSyntax> Of(PatternSyntax pattern) => pattern.DescendantNodesAndSelf().SelectMany(part => Changes(part).Select(change => pattern == part ? (PatternSyntax)change : pattern.ReplaceNode(part, change)));

    private static IEnumerable<SyntaxNode> Changes(SyntaxNode part) => part switch
    {
        RelationalPatternSyntax bound => [bound.WithOperatorToken(SyntaxFactory.Token(Bounds[bound.OperatorToken.Kind()]).WithTriviaFrom(bound.OperatorToken))],
        BinaryPatternSyntax both => [both.Left, both.Right],
        PropertyPatternClauseSyntax clause => clause.Subpatterns.Select(property => clause.WithSubpatterns(clause.Subpatterns.Remove(property))),
        _ => [],
    };
}
