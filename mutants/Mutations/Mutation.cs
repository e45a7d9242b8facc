using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ImageService.Mutants.Mutations;

/// <summary>A change of an expression.</summary>
/// <param name="Mutated">What the expression becomes.</param>
/// <param name="Template">How both are written: <c>X</c> is the changed expression, <c>Y</c> the original.</param>
internal sealed record Mutation(ExpressionSyntax Mutated, string Template = Mutation.Choice)
{
    /// <summary>One or the other.</summary>
    public const string Choice = "(IS ? X : Y)";

    /// <summary>True, without a second copy of an expression that may declare variables.</summary>
    public const string OrTrue = "(IS || Y)";

    /// <summary>False, likewise.</summary>
    public const string AndFalse = "(!IS && Y)";

    /// <summary>The same change written as code.</summary>
    public static Mutation Of(string code, string template = Choice) => new(SyntaxFactory.ParseExpression(code), template);

    /// <summary>Puts both into one expression that asks which one counts.</summary>
    public ExpressionSyntax Switch(int id, ExpressionSyntax original)
    {
        var template = SyntaxFactory.ParseExpression(Template.Replace("IS", Is(id), StringComparison.Ordinal));
        var places = template.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.Text is "X" or "Y");
        return template
            .ReplaceNodes(places, (_, place) => Operand(place.Identifier.Text == "X" ? Mutated : original).WithTriviaFrom(place))
            .WithTriviaFrom(original)
            .WithAdditionalAnnotations(Annotation(id), new SyntaxAnnotation(nameof(Template), Template));
    }

    /// <summary>The code that tells whether a mutant is on.</summary>
    public static string Is(int id) => $"global::Mutant.Is({id})";

    /// <summary>Marks what is there because of a mutant.</summary>
    public static SyntaxAnnotation Annotation(int id) => new(nameof(Mutation), $"{id}");

    private static ExpressionSyntax Operand(ExpressionSyntax expression) => expression is
        LiteralExpressionSyntax or CollectionExpressionSyntax or BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax
        or SimpleNameSyntax or ParenthesizedExpressionSyntax or InterpolatedStringExpressionSyntax or ElementAccessExpressionSyntax
        ? expression.WithoutTrivia()
        : SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia());
}
