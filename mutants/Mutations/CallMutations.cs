using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ImageService.Mutants.Mutations;

/// <summary>Calls: of the opposite method, of none, and with fewer arguments.</summary>
internal static class CallMutations
{
    private static readonly Dictionary<string, string> Opposites = new(
        new (string, string)[]
        {
            ("First", "Last"), ("FirstOrDefault", "LastOrDefault"), ("Any", "All"), ("OrderBy", "OrderByDescending"), ("ThenBy", "ThenByDescending"),
            ("Min", "Max"), ("MinBy", "MaxBy"), ("Skip", "Take"), ("SkipWhile", "TakeWhile"), ("StartsWith", "EndsWith"), ("IndexOf", "LastIndexOf"),
            ("ToLowerInvariant", "ToUpperInvariant"), ("Floor", "Ceiling"), ("TrimStart", "TrimEnd"), ("Order", "OrderDescending"), ("Union", "Intersect"),
        }.SelectMany(pair => new[] { KeyValuePair.Create(pair.Item1, pair.Item2), KeyValuePair.Create(pair.Item2, pair.Item1) }))
    {
        ["Single"] = "First",
        ["SingleOrDefault"] = "FirstOrDefault",
    };

    /// <summary>The changes of a call, of a creation, or of a part that is taken of something.</summary>
    public static IEnumerable<Mutation> Of(ExpressionSyntax node, SemanticModel model) => node switch
    {
        InvocationExpressionSyntax call => [.. OfMethod(call, model), .. OfArguments(call, call.ArgumentList, model)],
        BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } creation => OfArguments(creation, arguments, model),
        ElementAccessExpressionSyntax access when HasTypeOf(access.Expression, access, model) => [new(access.Expression)],
        _ => [],
    };

    private static IEnumerable<Mutation> OfMethod(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name: SimpleNameSyntax name } access)
            yield break;
        if (Opposites.TryGetValue(name.Identifier.Text, out var opposite))
            yield return new(call.WithExpression(access.WithName(SyntaxFactory.IdentifierName(opposite))));
        if (model.GetSymbolInfo(access.Expression).Symbol is not (ITypeSymbol or INamespaceSymbol) && name.Identifier.Text is not ("ConfigureAwait" or "AsSpan" or "AsMemory") && HasTypeOf(access.Expression, call, model))
            yield return new(access.Expression);
    }

    /// <summary>Whether a part can be in the place of the whole.</summary>
    private static bool HasTypeOf(ExpressionSyntax part, ExpressionSyntax whole, SemanticModel model) =>
        model.GetTypeInfo(part).Type is { } from && model.GetTypeInfo(whole).Type is { SpecialType: not SpecialType.System_Void and not SpecialType.System_Object } to
        && to.TypeKind != TypeKind.Error && model.Compilation.ClassifyConversion(from, to).IsImplicit;

    /// <summary>An argument that may be left out is left out; a token that would stop the call never does.</summary>
    private static IEnumerable<Mutation> OfArguments(ExpressionSyntax call, ArgumentListSyntax list, SemanticModel model)
    {
        var arguments = model.GetOperation(call) switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        foreach (var argument in arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit))
        {
            if (argument.Syntax is not ArgumentSyntax syntax || !list.Arguments.Contains(syntax))
                continue;
            if (argument.Parameter!.Type is { Name: nameof(CancellationToken) })
                yield return new(call.ReplaceNode(syntax.Expression, SyntaxFactory.ParseExpression("default(System.Threading.CancellationToken)")));
            else if (argument.Parameter.IsOptional && list.Arguments.SkipWhile(other => other != syntax).Skip(1).All(later => later.NameColon is not null))
                yield return new(call.ReplaceNode(list, list.WithArguments(list.Arguments.Remove(syntax))));
        }
    }
}
