namespace ImageService.E2E.Builds;

/// <summary>
/// The package of the functions depends on their sources alone. Otherwise `pulumi up` would deploy every function again after each commit,
/// and from each machine.
/// </summary>
public sealed class ReproducibleBuildTests
{
    [Test]
    public async Task Two_folders_and_two_commits_make_the_same_package()
    {
        using var first = new FunctionBuild();
        using var second = new FunctionBuild();
        await first.CommitAsync("First");
        await second.CommitAsync("Second");

        var files = await first.PublishAsync();
        var again = await second.PublishAsync();

        Assert.That(again, Is.EquivalentTo(files));
        Assert.That(files.Keys, Has.Member("ImageService.Lambda.dll").And.Member("ImageService.Handlers.dll"));
        Assert.That(files.Keys, Has.None.EndsWith(".pdb"));
        Assert.That(files.Keys, Has.None.Contains("vips").IgnoreCase, "only the package of renderImage carries libvips");
    }
}
