using System.Xml.Linq;

namespace ImageService.E2E.Architecture;

/// <summary>Which project refers to which: the embedded cloud and the service do not depend on each other.</summary>
public sealed class ProjectReferenceTests
{
    private const string Service = "handlers/service/ImageService.Handlers.csproj";
    private const string Functions = "handlers/lambda/ImageService.Lambda.csproj";
    private const string Rendering = "handlers/rendering/ImageService.Rendering.csproj";
    private const string RenderingFunction = "handlers/lambda-rendering/ImageService.Lambda.Rendering.csproj";
    private const string Stack = "stack/ImageService.Stack.csproj";
    private const string Embedded = "embedded/EmbeddedAws.csproj";
    private const string FunctionHost = "embedded/function-host/EmbeddedAws.FunctionHost.csproj";
    private const string TestFunctions = "embedded/tests/functions/EmbeddedAws.Tests.Functions.csproj";
    private const string Local = "local/ImageService.Local.csproj";

    private static readonly Dictionary<string, string[]> References = new()
    {
        [Service] = [],
        // libvips comes with it: no function but one, nor the program, may refer to it.
        [Rendering] = [Service],
        [Functions] = [Service],
        [RenderingFunction] = [Functions, Rendering],
        [Stack] = [Service],
        // It starts this one, and uses none of its types.
        [Embedded] = [FunctionHost],
        [FunctionHost] = [],
        // The reference to renderImage is for its own package only.
        ["handlers/native/ImageService.Native.csproj"] = [Functions, RenderingFunction],
        ["embedded/tests/EmbeddedAws.Tests.csproj"] = [Embedded, TestFunctions],
        [TestFunctions] = [],
        [Local] = [Embedded, Service, Rendering],
        ["bench/ImageService.Bench.csproj"] = [Service, Embedded, Local],
        ["mutants/ImageService.Mutants.csproj"] = [],
        ["e2e/ImageService.E2E.csproj"] = [Service, Embedded, Local, Functions, RenderingFunction, Stack],
    };

    [Test]
    public void Every_project_has_a_place([ValueSource(nameof(Projects))] string project) => Assert.That(References.Keys, Does.Contain(project));

    [Test]
    public void A_project_refers_to_these_and_no_others([ValueSource(nameof(Projects))] string project)
    {
        var text = XDocument.Load(Path.Combine(Repository.Root, project));

        var references = text.Descendants("ProjectReference").Select(reference => PathOf(project, (string)reference.Attribute("Include")!));

        Assert.That(references, Is.EquivalentTo(References[project]));
    }

    private static IEnumerable<string> Projects() => RepositoryFiles.In("", "*.csproj");

    private static string PathOf(string project, string reference) =>
        Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, reference)).Replace('\\', '/');
}
