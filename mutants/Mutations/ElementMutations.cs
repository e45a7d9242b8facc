using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ImageService.Mutants.Mutations;

/// <summary>Lists of elements and of members that lack one: what is asked of AWS is mostly written so.</summary>
internal static class ElementMutations
{
    /// <summary>A change for each element.</summary>
    public static IEnumerable<Mutation> Of(ExpressionSyntax node) => node switch
    {
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => Without(node, initializer),
        WithExpressionSyntax with => Without(with, with.Initializer),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => Without(node, initializer),
        ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => Without(node, initializer),
        CollectionExpressionSyntax list => list.Elements.Select(element => new Mutation(list.WithElements(list.Elements.Remove(element)))),
        _ => [],
    };

    private static IEnumerable<Mutation> Without(ExpressionSyntax node, InitializerExpressionSyntax initializer) => initializer.Expressions
        .Select(element => new Mutation(node.ReplaceNode(initializer, initializer.WithExpressions(initializer.Expressions.Remove(element)))));
}
