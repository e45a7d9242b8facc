using ImageService.Mutants.Mutations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ImageService.Mutants;

/// <summary>Puts all mutants of a file into its code, each with a switch.</summary>
/// <param name="model">The original, and what its names mean.</param>
/// <param name="file">The path of the file from the root of the repository.</param>
/// <param name="firstSlot">The first place for values of static fields.</param>
/// <param name="mutants">The mutants so far, left out ones too; those of this file are added.</param>
/// <param name="isLeftOut">Whether a mutant is not put into the code.</param>
/// <param name="isFixed">Whether a constant or static field stays what it is.</param>
/// <param name="isNeeded">Whether other projects need a constant.</param>
internal sealed class MutatingRewriter(SemanticModel model, string file, int firstSlot, List<SourceMutant> mutants, Func<int, bool> isLeftOut, Func<string, bool> isFixed, Func<string, bool> isNeeded) : CSharpSyntaxRewriter
{
    private int _slots;

    /// <summary>Marks a property that was a constant or a static field.</summary>
    public const string WasField = nameof(WasField);

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        if (node is null || ValuePlaces.IsFixed(node))
            return node;
        var visited = base.Visit(node);
        if (node is not ExpressionSyntax expression || visited is not ExpressionSyntax changed || !ValuePlaces.IsValue(expression))
            return visited;
        changed = Converted(expression, changed);
        foreach (var mutation in ExpressionMutations.Of(expression, model))
        {
            var mutated = mutation.Template is Mutation.OrTrue or Mutation.AndFalse ? mutation.Mutated.ToString() : Text(mutation.Mutated);
            if (Add(expression, mutated) is { } id)
                changed = mutation.Switch(id, changed);
        }

        return changed;
    }

    /// <summary>A constant fits into a smaller type, or one without a sign; the property that it becomes does not.</summary>
    private ExpressionSyntax Converted(ExpressionSyntax node, ExpressionSyntax visited)
    {
        var info = model.GetTypeInfo(node);
        if (node is LiteralExpressionSyntax || !model.GetConstantValue(node).HasValue || SymbolEqualityComparer.Default.Equals(info.Type, info.ConvertedType)
            || info.ConvertedType is not { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } target)
        {
            return visited;
        }

        var type = SyntaxFactory.ParseTypeName(target.ToDisplayString());
        var cast = SyntaxFactory.CastExpression(type, SyntaxFactory.ParenthesizedExpression(visited.WithoutTrivia()));
        return SyntaxFactory.ParenthesizedExpression(cast).WithTriviaFrom(visited);
    }

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var visited = (ExpressionStatementSyntax)base.VisitExpressionStatement(node)!;
        return ValuePlaces.Declares(node) || Add(node, "nothing") is not { } id ? visited : Removable(visited, id);
    }

    public override SyntaxNode? VisitYieldStatement(YieldStatementSyntax node)
    {
        var visited = (StatementSyntax)base.VisitYieldStatement(node)!;
        return node.Expression is null || Add(node, "nothing") is not { } id ? visited : Removable(visited, id);
    }

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var visited = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        return Body(node.ExpressionBody, visited.ExpressionBody, model.GetDeclaredSymbol(node)!) is { } body
            ? visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(body) : visited;
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var visited = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        return Body(node.ExpressionBody, visited.ExpressionBody, (IMethodSymbol)model.GetDeclaredSymbol(node)!) is { } body
            ? visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(body) : visited;
    }

    public override SyntaxNode? VisitCatchClause(CatchClauseSyntax node)
    {
        var visited = (CatchClauseSyntax)base.VisitCatchClause(node)!;
        if (Add(node, "nothing", $"{node.CatchKeyword} {node.Declaration} {node.Filter}") is not { } id)
            return visited;
        var filter = SyntaxFactory.ParseExpression($"!{Mutation.Is(id)}");
        return visited.WithFilter(SyntaxFactory.CatchFilterClause(And(filter, visited.Filter?.FilterExpression)).WithAdditionalAnnotations(Mutation.Annotation(id)));
    }

    public override SyntaxNode? VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
    {
        var visited = (SwitchExpressionArmSyntax)base.VisitSwitchExpressionArm(node)!;
        return node.Pattern is DiscardPatternSyntax || Add(node, "nothing") is not { } id ? visited
            : visited.WithWhenClause(When(id, visited.WhenClause)).WithAdditionalAnnotations(Mutation.Annotation(id));
    }

    /// <summary>Before an arm, one with the changed pattern, which counts when the mutant is on; the arm itself then does not.</summary>
    public override SyntaxNode? VisitSwitchExpression(SwitchExpressionSyntax node)
    {
        var visited = (SwitchExpressionSyntax)base.VisitSwitchExpression(node)!;
        var arms = new List<SwitchExpressionArmSyntax>();
        foreach (var (arm, original) in visited.Arms.Zip(node.Arms))
        {
            var last = arm;
            foreach (var pattern in ValuePlaces.Declares(original.Pattern) ? [] : PatternMutations.Of(original.Pattern))
            {
                if (Add(original.Pattern, Text(pattern)) is not { } id)
                    continue;
                var on = SyntaxFactory.WhenClause(And(SyntaxFactory.ParseExpression(Mutation.Is(id)), original.WhenClause?.Condition)).NormalizeWhitespace().WithLeadingTrivia(SyntaxFactory.Space);
                arms.Add(original.WithPattern(pattern).WithWhenClause(on).WithAdditionalAnnotations(Mutation.Annotation(id)));
                last = last.WithWhenClause(When(id, last.WhenClause)).WithAdditionalAnnotations(Mutation.Annotation(id));
            }

            arms.Add(last);
        }

        return visited.WithArms(SyntaxFactory.SeparatedList(arms));
    }

    public override SyntaxNode? VisitCasePatternSwitchLabel(CasePatternSwitchLabelSyntax node)
    {
        var visited = (CasePatternSwitchLabelSyntax)base.VisitCasePatternSwitchLabel(node)!;
        return Add(node, "nothing") is { } id ? visited.WithWhenClause(When(id, visited.WhenClause)).WithAdditionalAnnotations(Mutation.Annotation(id)) : visited;
    }

    public override SyntaxNode? VisitSwitchSection(SwitchSectionSyntax node)
    {
        var visited = (SwitchSectionSyntax)base.VisitSwitchSection(node)!;
        return visited.WithLabels(SyntaxFactory.List(visited.Labels.Zip(node.Labels, (label, original) =>
            label is CaseSwitchLabelSyntax constant && Add(original, "nothing") is { } id
                ? SyntaxFactory.CasePatternSwitchLabel(SyntaxFactory.ConstantPattern(constant.Value), When(id, null), constant.ColonToken)
                    .WithKeyword(constant.Keyword).WithAdditionalAnnotations(Mutation.Annotation(id))
                : label)));
    }

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        var visited = (FieldDeclarationSyntax)base.VisitFieldDeclaration(node)!;
        var modifiers = node.Modifiers.Select(modifier => modifier.Kind()).ToList();
        var isConstant = modifiers.Contains(SyntaxKind.ConstKeyword);
        if (!isConstant && !(modifiers.Contains(SyntaxKind.StaticKeyword) && modifiers.Contains(SyntaxKind.ReadOnlyKeyword)) || node.Declaration.Variables is not [{ Initializer: not null } variable])
            return visited;
        var value = visited.Declaration.Variables[0].Initializer!.Value;
        var property = Property(node, node.Modifiers, node.Declaration.Type, variable.Identifier, value, isConstant);
        return property is not null ? property : isConstant ? node : visited;
    }

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        var visited = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
        var isValue = node.Modifiers.Any(SyntaxKind.StaticKeyword) && node is { Initializer: not null, AccessorList.Accessors: [{ RawKind: (int)SyntaxKind.GetAccessorDeclaration }] };
        return isValue ? Property(node, node.Modifiers, node.Type, node.Identifier, visited.Initializer!.Value, isConstant: false) ?? visited : visited;
    }

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
    {
        var visited = (LocalDeclarationStatementSyntax)base.VisitLocalDeclarationStatement(node)!;
        if (!node.IsConst)
            return visited;
        var key = $"{file} {node.Declaration.Variables[0].Identifier}";
        return isFixed(key) ? node : visited.WithModifiers(default).WithLeadingTrivia(node.GetLeadingTrivia()).WithAdditionalAnnotations(new SyntaxAnnotation(WasField, key));
    }

    /// <summary>A property in place of what is only made once: it asks for its mutants whenever it is read.</summary>
    private PropertyDeclarationSyntax? Property(MemberDeclarationSyntax node, SyntaxTokenList modifiers, TypeSyntax type, SyntaxToken name, ExpressionSyntax value, bool isConstant)
    {
        var key = $"{file} {name}";
        var slot = firstSlot + _slots++;
        if (isFixed(key) || node.Parent is not TypeDeclarationSyntax { TypeParameterList: null } parent || (isConstant && isNeeded($"{parent.Identifier}.{name}")))
            return null;
        var words = string.Join(' ', modifiers.Where(modifier => modifier.Kind() is not (SyntaxKind.ConstKeyword or SyntaxKind.ReadOnlyKeyword or SyntaxKind.StaticKeyword)).Select(modifier => modifier.Text));
        var made = isConstant ? "Y" : $"global::Mutant.Kept<{type}>({slot}, static () => Y)";
        var property = (PropertyDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"{words} static {type} {name.Text} => {made};\n")!;
        return property.ReplaceNode(property.DescendantNodes().OfType<IdentifierNameSyntax>().Last(place => place.Identifier.Text == "Y"), value.WithoutTrivia())
            .WithLeadingTrivia(SyntaxFactory.ElasticLineFeed).WithAdditionalAnnotations(new SyntaxAnnotation(WasField, key));
    }

    /// <summary>A method that only does something, and does not say what came of it, can do nothing.</summary>
    private BlockSyntax? Body(ArrowExpressionClauseSyntax? original, ArrowExpressionClauseSyntax? visited, IMethodSymbol method)
    {
        var isDoing = original is { Expression: not ThrowExpressionSyntax } && (method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false }));
        if (!isDoing || ValuePlaces.Declares(original!) || Add(original!.Expression, "nothing") is not { } id)
            return null;
        return SyntaxFactory.Block(Removable(SyntaxFactory.ExpressionStatement(visited!.Expression), id));
    }

    private static BlockSyntax Removable(StatementSyntax statement, int id)
    {
        var template = (BlockSyntax)SyntaxFactory.ParseStatement($"{{ if (!{Mutation.Is(id)}) ; }}");
        var condition = (IfStatementSyntax)template.Statements[0];
        return template.ReplaceNode(condition, condition.WithStatement(statement.WithoutTrivia()).WithAdditionalAnnotations(Mutation.Annotation(id))).WithTriviaFrom(statement);
    }

    private static WhenClauseSyntax When(int id, WhenClauseSyntax? clause) =>
        SyntaxFactory.WhenClause(SyntaxFactory.Token(SyntaxKind.WhenKeyword).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space), And(SyntaxFactory.ParseExpression($"!{Mutation.Is(id)}"), clause?.Condition).WithTrailingTrivia(SyntaxFactory.Space));

    private static ExpressionSyntax And(ExpressionSyntax first, ExpressionSyntax? second) => second is null ? first
        : SyntaxFactory.BinaryExpression(SyntaxKind.LogicalAndExpression, first, SyntaxFactory.ParenthesizedExpression(second.WithoutTrivia()));

    /// <summary>Notes a mutant.</summary>
    /// <returns>Its number; null when it is left out.</returns>
    private int? Add(SyntaxNode node, string mutated, string? original = null)
    {
        var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        var mutant = new SourceMutant(mutants.Count + 1, file, line, original ?? Text(node), mutated);
        mutants.Add(mutant);
        return isLeftOut(mutant.Id) ? null : mutant.Id;
    }

    private static string Text(SyntaxNode node) => string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
