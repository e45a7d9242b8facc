using ArchUnitNET.Fluent;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using ImageService.Handlers;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace ImageService.E2E.Architecture;

/// <summary>The folders of the service, and which of them a folder may use: those above it in the table.</summary>
public sealed class FolderTests
{
    private const string Root = "ImageService.Handlers";

    private static readonly string[] Shared = ["Failures", "Http", "Formats", "Images", "Storage"];

    private static readonly (string Folder, string[] Uses)[] Table =
    [
        ("Failures", []),
        ("Http", ["Failures"]),
        ("Formats", []),
        ("Images", ["Failures", "Http", "Formats"]),
        ("Storage", ["Failures", "Http", "Formats", "Images"]),
        ("Idempotency", Shared),
        ("Uploading", [.. Shared, "Idempotency"]),
        ("LargeUploads", Shared),
        ("Collecting", [.. Shared, "LargeUploads"]),
        ("Reading", Shared),
        ("Variants", [.. Shared, "Reading"]),
        ("Listing", Shared),
        ("Updating", Shared),
        ("Deleting", Shared),
        ("Gallery", ["Http"]),
        ("Routing", ["Failures", "Http"]),
    ];

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Service = new(() => new ArchLoader().LoadAssemblies(typeof(ImageApi).Assembly).Build());

    [Test]
    public void Every_folder_has_a_place()
    {
        var folders = RepositoryFiles.In("handlers/service", "*.cs").Select(path => path.Split('/')).Where(path => path.Length > 3).Select(path => path[2]).Distinct();

        Assert.That(folders, Is.EquivalentTo(Table.Select(row => row.Folder)));
    }

    [Test]
    public void A_namespace_is_the_folder_of_its_file()
    {
        var wrong = RepositoryFiles.In("handlers/service", "*.cs").Where(path => !NamespaceOf(path).Equals(ExpectedNamespace(path), StringComparison.Ordinal));

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void A_folder_uses_only_these([ValueSource(nameof(Folders))] string folder)
    {
        var uses = Table.Single(row => row.Folder == folder).Uses;
        var others = Folders().Except(uses).Except([folder]).Select(other => $"{Root}.{other}");
        var rule = Types().That().ResideInNamespace($"{Root}.{folder}")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^({string.Join('|', others)})$"));

        Assert.That(Violations(rule), Is.Empty);
    }

    /// <summary>The compiler leaves no trace of a constant that comes from another folder.</summary>
    [Test]
    public void A_folder_imports_only_these([ValueSource(nameof(Folders))] string folder)
    {
        var uses = Table.Single(row => row.Folder == folder).Uses.Append(folder).Select(use => $"using {Root}.{use};");

        var imports = RepositoryFiles.In($"handlers/service/{folder}", "*.cs")
            .SelectMany(path => File.ReadLines(Path.Combine(Repository.Root, path)))
            .Where(line => line.StartsWith($"using {Root}", StringComparison.Ordinal));

        Assert.That(imports.Except(uses), Is.Empty);
    }

    [Test]
    public void Only_settings_are_used_from_the_root()
    {
        var rule = Types().That().ResideInNamespaceMatching($@"^{Root}\.").Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching($"^{Root}$").And().AreNot(typeof(Settings)));

        Assert.That(Violations(rule), Is.Empty);
    }

    [Test]
    public void No_folders_depend_on_each_other()
    {
        var rule = SliceRuleDefinition.Slices().Matching($"{Root}.(*)").Should().BeFreeOfCycles();

        Assert.That(Violations(rule), Is.Empty);
    }

    private static IEnumerable<string> Folders() => Table.Select(row => row.Folder);

    private static IEnumerable<string> Violations(IArchRule rule) =>
        rule.Evaluate(Service.Value).Where(result => !result.Passed).Select(result => result.Description);

    private static string NamespaceOf(string path) =>
        File.ReadLines(Path.Combine(Repository.Root, path)).First(line => line.StartsWith("namespace ", StringComparison.Ordinal))["namespace ".Length..^1];

    private static string ExpectedNamespace(string path) =>
        string.Join('.', [Root, .. Path.GetDirectoryName(path)!.Split(Path.DirectorySeparatorChar).Skip(2)]);
}
