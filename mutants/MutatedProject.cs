using System.Globalization;
using ImageService.Mutants.Mutations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ImageService.Mutants;

/// <summary>A project with all mutants that compile, in one assembly.</summary>
internal sealed class MutatedProject
{
    /// <summary>Errors that say that a constant is needed, or a field.</summary>
    private static readonly string[] NeedsField =
        ["CS0029", "CS0031", "CS0133", "CS0150", "CS0182", "CS0206", "CS0221", "CS0266", "CS1510", "CS1736", "CS8156", "CS8347", "CS8352", "CS9135", "CS9174"];

    private readonly string _root;
    private readonly IReadOnlySet<string> _constants;
    private readonly CSharpCompilation _original;
    private readonly HashSet<int> _leftOut = [];
    private readonly HashSet<string> _fixed = [];
    private CSharpCompilation _mutated;
    private List<SourceMutant> _all = [];

    /// <param name="root">The folder of the copy.</param>
    /// <param name="original">The project.</param>
    /// <param name="constants">What other projects use as constants: <c>Type.Name</c>.</param>
    public MutatedProject(string root, CSharpCompilation original, IReadOnlySet<string> constants)
    {
        _constants = constants;
        _root = root;
        _original = original.AddSyntaxTrees(CSharpSyntaxTree.ParseText(RuntimeSource, (CSharpParseOptions)original.SyntaxTrees.First().Options));
        _mutated = _original;
    }

    /// <summary>The file that each mutated project has in addition.</summary>
    public static string RuntimeSource
    {
        get
        {
            using var reader = new StreamReader(typeof(MutatedProject).Assembly.GetManifestResourceStream("Mutant.cs")!);
            return reader.ReadToEnd();
        }
    }

    /// <summary>The mutants that compile.</summary>
    public IReadOnlyList<SourceMutant> Mutants { get; private set; } = [];

    /// <summary>How many do not compile.</summary>
    public int LeftOut => _leftOut.Count;

    /// <summary>Leaves mutants out until the rest compiles.</summary>
    public void Mutate(Action<string> log)
    {
        for (var round = 1; ; round++)
        {
            Rewrite();
            var errors = _mutated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
            log($"round {round}: {_all.Count} mutants, {_leftOut.Count} left out, {_fixed.Count} constants and fields stay, {errors.Count} errors");
            if (errors.Count == 0)
                break;
            var before = _leftOut.Count + _fixed.Count;
            foreach (var error in errors)
                LeaveOut(error);
            if (_leftOut.Count + _fixed.Count == before)
                throw new InvalidOperationException($"Nothing explains these errors:\n{string.Join('\n', errors.Take(20))}");
        }

        var there = Mutated().SelectMany(tree => tree.GetRoot().GetAnnotatedNodes(nameof(Mutation))).SelectMany(Ids).ToHashSet();
        Mutants = [.. _all.Where(mutant => there.Contains(mutant.Id))];
    }

    /// <summary>Writes the mutated files over the originals.</summary>
    public void Save(string project)
    {
        foreach (var tree in Mutated())
            File.WriteAllText(tree.FilePath, tree.GetRoot().ToFullString());
        File.WriteAllText(Path.Combine(_root, project, "Mutant.cs"), RuntimeSource);
    }

    private IEnumerable<SyntaxTree> Mutated() => _mutated.SyntaxTrees.Where(tree => IsWritten(tree.FilePath));

    private bool IsWritten(string path) => path.StartsWith(_root, StringComparison.Ordinal) && !Path.GetRelativePath(_root, path).Split(Path.DirectorySeparatorChar).Contains("obj");

    private void Rewrite()
    {
        _mutated = _original;
        _all = [];
        var slot = 0;
        foreach (var tree in _original.SyntaxTrees.Where(tree => IsWritten(tree.FilePath)))
        {
            var file = Path.GetRelativePath(_root, tree.FilePath).Replace('\\', '/');
            var rewriter = new MutatingRewriter(_original.GetSemanticModel(tree), file, slot += 100, _all, _leftOut.Contains, _fixed.Contains, _constants.Contains);
            _mutated = _mutated.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(rewriter.Visit(tree.GetRoot())!, tree.Options));
        }
    }

    private void LeaveOut(Diagnostic error)
    {
        var node = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        if (NeedsField.Contains(error.Id) && FieldsIn(node) is { Count: > 0 } fields)
            _fixed.UnionWith(fields);
        else if (error.Id is "CS0165" or "CS0177" or "CS0269" && SuspectsOf(node, error) is { Count: > 0 } suspects)
            _leftOut.UnionWith(suspects);
        else if (node.AncestorsAndSelf().FirstOrDefault(ancestor => ancestor.HasAnnotations(nameof(Mutation))) is { } mutated)
            _leftOut.UnionWith(Ids(mutated));
        else if (FieldsIn(node) is { Count: > 0 } used)
            _fixed.UnionWith(used);
        else if (node.Ancestors().FirstOrDefault(ancestor => ancestor.GetAnnotatedNodes(nameof(Mutation)).Any()) is { } around)
            _leftOut.UnionWith(around.GetAnnotatedNodes(nameof(Mutation)).SelectMany(Ids));
    }

    /// <summary>The constants and fields that became properties and are used here.</summary>
    private List<string> FieldsIn(SyntaxNode node)
    {
        var model = _mutated.GetSemanticModel(node.SyntaxTree);
        return [.. node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .SelectMany(name => model.GetSymbolInfo(name).Symbol?.DeclaringSyntaxReferences ?? [])
            .Select(reference => reference.GetSyntax().AncestorsAndSelf().FirstOrDefault(ancestor => ancestor.HasAnnotations(MutatingRewriter.WasField)))
            .OfType<SyntaxNode>()
            .SelectMany(property => property.GetAnnotations(MutatingRewriter.WasField)).Select(annotation => annotation.Data!)];
    }

    /// <summary>Mutants because of which a variable may have no value: around what gives it one. Of those that make a condition true first only these, they are mostly the cause.</summary>
    private static List<int> SuspectsOf(SyntaxNode node, Diagnostic error)
    {
        var name = error.GetMessage(CultureInfo.InvariantCulture).Split('\'')[1];
        var givers = MemberOf(node)!.DescendantNodes().Where(part => part is SingleVariableDesignationSyntax designation && designation.Identifier.Text == name
            || part is AssignmentExpressionSyntax assignment && assignment.Left.ToString() == name
            || part is ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword } argument && argument.Expression.ToString() == name);
        var around = givers.SelectMany(giver => giver.Ancestors().TakeWhile(ancestor => ancestor is not MemberDeclarationSyntax)).Where(ancestor => ancestor.HasAnnotations(nameof(Mutation))).Distinct().ToList();
        var certain = around.Where(ancestor => ancestor.GetAnnotations(nameof(Mutation.Template)).Any(annotation => annotation.Data == Mutation.OrTrue)).ToList();
        return [.. (certain.Count > 0 ? certain : around).SelectMany(Ids)];
    }

    private static MemberDeclarationSyntax? MemberOf(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>();

    private static IEnumerable<int> Ids(SyntaxNode node) => node.GetAnnotations(nameof(Mutation)).Select(annotation => int.Parse(annotation.Data!, CultureInfo.InvariantCulture));
}
