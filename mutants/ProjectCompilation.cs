using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ImageService.Mutants;

/// <summary>A project as the compiler sees it, with what source generators have added to it.</summary>
internal static partial class ProjectCompilation
{
    /// <summary>Reads a project that has been built once.</summary>
    public static CSharpCompilation Read(WorkingCopy copy, string project, string[] properties)
    {
        using var json = JsonDocument.Parse(copy.CompilerArguments(project, properties));
        var items = json.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray();
        var folder = copy.PathOf(project);
        var arguments = CSharpCommandLineParser.Default.Parse(items.Select(item => item.GetProperty("Identity").GetString()!), folder, sdkDirectory: null);
        var generated = Directory.EnumerateFiles(Path.Combine(folder, "obj"), "*.cs", SearchOption.AllDirectories)
            .Where(path => path.Contains($"{Path.DirectorySeparatorChar}generated{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

        return CSharpCompilation.Create(
            arguments.CompilationName,
            arguments.SourceFiles.Select(file => file.Path).Concat(generated).Distinct().Select(path => Parse(path, arguments.ParseOptions)),
            arguments.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties)),
            arguments.CompilationOptions.WithGeneralDiagnosticOption(ReportDiagnostic.Suppress).WithSpecificDiagnosticOptions([]));
    }

    /// <summary>The syntax of a file, without <c>#pragma</c>, which needs a line to itself that mutants would break.</summary>
    private static SyntaxTree Parse(string path, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(Pragma().Replace(File.ReadAllText(path), "")), options.WithDocumentationMode(DocumentationMode.None), path);

    [GeneratedRegex(@"^[ \t]*#pragma.*$", RegexOptions.Multiline)]
    private static partial Regex Pragma();
}
