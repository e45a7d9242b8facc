using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ImageService.Mutants.Mutations;

/// <summary>Where an expression is a value, in whose place another expression can be.</summary>
internal static class ValuePlaces
{
    /// <summary>Whether nothing in this node can be decided when the program runs, or is worth it.</summary>
    public static bool IsFixed(SyntaxNode node) => node
        is AttributeListSyntax or PatternSyntax or CaseSwitchLabelSyntax or EnumMemberDeclarationSyntax or TypeSyntax { Parent: not ExpressionSyntax and not ArgumentSyntax }
        or EqualsValueClauseSyntax { Parent: ParameterSyntax } or UsingDirectiveSyntax or BaseListSyntax
        or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } };

    /// <summary>Whether another expression can be in its place.</summary>
    public static bool IsValue(ExpressionSyntax node) => node is not (InitializerExpressionSyntax or ThrowExpressionSyntax or AnonymousFunctionExpressionSyntax
            or RefExpressionSyntax or DeclarationExpressionSyntax or StackAllocArrayCreationExpressionSyntax or AssignmentExpressionSyntax)
        && !StartsInConditionalAccess(node)
        && node.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left != node,
            ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.None),
            PrefixUnaryExpressionSyntax unary => unary.Kind() is not (SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression),
            PostfixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.SuppressNullableWarningExpression,
            MemberAccessExpressionSyntax access => access.Name != node,
            InvocationExpressionSyntax call => call.Expression != node,
            ForStatementSyntax loop => loop.Condition == node,
            ExpressionStatementSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax or RefExpressionSyntax
                or MemberBindingExpressionSyntax or ExpressionColonSyntax => false,
            _ => true,
        };

    /// <summary>Whether code declares variables, so that there cannot be a second copy.</summary>
    public static bool Declares(SyntaxNode node) => node.DescendantNodesAndSelf(child => child is not AnonymousFunctionExpressionSyntax).Any(child => child is SingleVariableDesignationSyntax);

    private static bool StartsInConditionalAccess(ExpressionSyntax? node) => node switch
    {
        MemberBindingExpressionSyntax or ElementBindingExpressionSyntax or ImplicitElementAccessSyntax => true,
        MemberAccessExpressionSyntax access => StartsInConditionalAccess(access.Expression),
        InvocationExpressionSyntax call => StartsInConditionalAccess(call.Expression),
        ElementAccessExpressionSyntax access => StartsInConditionalAccess(access.Expression),
        ConditionalAccessExpressionSyntax access => StartsInConditionalAccess(access.Expression),
        PostfixUnaryExpressionSyntax unary => StartsInConditionalAccess(unary.Operand),
        _ => false,
    };
}
