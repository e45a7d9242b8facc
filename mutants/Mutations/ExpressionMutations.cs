using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ImageService.Mutants.Mutations;

/// <summary>The changes of an expression.</summary>
internal static class ExpressionMutations
{
    private static readonly Dictionary<SyntaxKind, string> Operators = new()
    {
        [SyntaxKind.LessThanExpression] = "<=",
        [SyntaxKind.LessThanOrEqualExpression] = "<",
        [SyntaxKind.GreaterThanExpression] = ">=",
        [SyntaxKind.GreaterThanOrEqualExpression] = ">",
        [SyntaxKind.AddExpression] = "-",
        [SyntaxKind.SubtractExpression] = "+",
        [SyntaxKind.MultiplyExpression] = "/",
        [SyntaxKind.DivideExpression] = "*",
        [SyntaxKind.ModuloExpression] = "*",
        [SyntaxKind.LeftShiftExpression] = ">>",
        [SyntaxKind.RightShiftExpression] = "<<",
        [SyntaxKind.BitwiseAndExpression] = "|",
        [SyntaxKind.BitwiseOrExpression] = "&",
        [SyntaxKind.ExclusiveOrExpression] = "&",
    };

    /// <summary>All changes of one expression; those of its parts are theirs.</summary>
    public static IEnumerable<Mutation> Of(ExpressionSyntax node, SemanticModel model)
    {
        var own = node switch
        {
            BinaryExpressionSyntax binary => OfOperator(binary, model),
            LiteralExpressionSyntax literal => OfLiteral(literal, model),
            InterpolatedStringExpressionSyntax text => OfText(text),
            IsPatternExpressionSyntax pattern => PatternMutations.Of(pattern.Pattern).Select(mutated => new Mutation(pattern.WithPattern(mutated))),
            MemberAccessExpressionSyntax access => OfEnum(access, model),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => [new(minus.Operand)],
            _ => [],
        };
        var all = own.Concat(CallMutations.Of(node, model)).Concat(ElementMutations.Of(node)).Concat(OfReturn(node, model));
        if (ValuePlaces.Declares(node))
            all = [];
        return all.Concat(OfCondition(node, model));
    }

    private static IEnumerable<Mutation> OfOperator(BinaryExpressionSyntax binary, SemanticModel model)
    {
        if (binary.IsKind(SyntaxKind.CoalesceExpression))
        {
            var isLifted = model.GetTypeInfo(binary.Left).Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
            yield return new(Postfix(binary.Left, isLifted ? ".GetValueOrDefault()" : "!"));
            if (binary.Right is not ThrowExpressionSyntax)
                yield return new(binary.Right);
        }
        else if (Operators.TryGetValue(binary.Kind(), out var other) && model.GetTypeInfo(binary).Type?.SpecialType != SpecialType.System_String)
        {
            yield return Mutation.Of($"{binary.Left} {other} {binary.Right}");
        }
    }

    private static ExpressionSyntax Postfix(ExpressionSyntax left, string postfix) =>
        SyntaxFactory.ParseExpression(left is AwaitExpressionSyntax or BinaryExpressionSyntax or ConditionalExpressionSyntax or CastExpressionSyntax ? $"({left}){postfix}" : $"{left}{postfix}");

    private static IEnumerable<Mutation> OfLiteral(LiteralExpressionSyntax literal, SemanticModel model)
    {
        var info = model.GetTypeInfo(literal);
        // A constant fits into a smaller type, what is chosen between two does not.
        var template = info.ConvertedType is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } target && !SymbolEqualityComparer.Default.Equals(info.Type, target)
            ? $"(({target.ToDisplayString()}){Mutation.Choice})" : Mutation.Choice;
        string[] others = literal.Token.Value switch
        {
            _ when literal.IsKind(SyntaxKind.Utf8StringLiteralExpression) => [literal.Token.ValueText.Length == 0 ? "\"mutant\"u8" : "\"\"u8"],
            true => literal.Parent is WhileStatementSyntax ? [] : ["false"],
            false => ["true"],
            string { Length: > 0 } => ["\"\""],
            string => ["\"mutant\""],
            char letter => [$"'\\u{letter + 1:X4}'"],
            0 => ["1"],
            int number => [$"{number + 1L}", $"{number - 1}"],
            IFormattable number => [$"({literal.Token.Text} + 1)", $"({literal.Token.Text} - 1)"],
            _ => [],
        };
        return others.Select(other => Mutation.Of(other, template));
    }

    /// <summary>Each piece of text between the values, unless it is only punctuation.</summary>
    private static IEnumerable<Mutation> OfText(InterpolatedStringExpressionSyntax text) => text.StringStartToken.Text.Contains("\"\"\"", StringComparison.Ordinal) ? []
        : text.Contents.OfType<InterpolatedStringTextSyntax>().Select(part => new Mutation(text.WithContents(text.Contents.Remove(part))));

    private static IEnumerable<Mutation> OfEnum(MemberAccessExpressionSyntax access, SemanticModel model)
    {
        if (model.GetSymbolInfo(access).Symbol is not IFieldSymbol { ContainingType: { TypeKind: TypeKind.Enum } type } field)
            return [];
        var names = type.GetMembers().OfType<IFieldSymbol>().Where(member => !Equals(member.ConstantValue, field.ConstantValue) || member.Name == field.Name).Select(member => member.Name).ToList();
        return names.Count < 2 ? [] : [Mutation.Of($"{access.Expression}.{names[(names.IndexOf(field.Name) + 1) % names.Count]}")];
    }

    private static IEnumerable<Mutation> OfReturn(ExpressionSyntax node, SemanticModel model)
    {
        if (node.Parent is not (ReturnStatementSyntax or ArrowExpressionClauseSyntax) || node is LiteralExpressionSyntax or ThrowExpressionSyntax or CollectionExpressionSyntax { Elements.Count: 0 })
            return [];
        var info = model.GetTypeInfo(node);
        return info.ConvertedType switch
        {
            null or { SpecialType: SpecialType.System_Boolean } => [],
            { SpecialType: SpecialType.System_String, NullableAnnotation: not NullableAnnotation.Annotated } => [Mutation.Of("\"\"")],
            { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } => [Mutation.Of("default")],
            { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } or { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } => [Mutation.Of("null")],
            IArrayTypeSymbol => [Mutation.Of("[]")],
            { } type when $"{type.ContainingNamespace}" == "System.Collections.Generic" => [Mutation.Of("[]")],
            _ => [],
        };
    }

    /// <summary>A condition, or a part of one, that always holds, or never. One that keeps a loop going is not made to hold for ever.</summary>
    private static IEnumerable<Mutation> OfCondition(ExpressionSyntax node, SemanticModel model)
    {
        var isPart = node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression }
            or PrefixUnaryExpressionSyntax or ParenthesizedExpressionSyntax or LiteralExpressionSyntax or ConditionalExpressionSyntax;
        if (isPart || model.GetTypeInfo(node).Type?.SpecialType != SpecialType.System_Boolean || model.GetSymbolInfo(node).Symbol is ITypeSymbol)
            yield break;
        yield return Mutation.Of("false", Mutation.AndFalse);
        if (node.Parent is not (WhileStatementSyntax or ForStatementSyntax or DoStatementSyntax))
            yield return Mutation.Of("true", Mutation.OrTrue);
    }
}
