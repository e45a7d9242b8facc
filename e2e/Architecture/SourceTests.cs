namespace ImageService.E2E.Architecture;

/// <summary>What no reference between projects shows.</summary>
public sealed class SourceTests
{
    [TestCase("handlers", "EmbeddedAws")]
    [TestCase("stack", "EmbeddedAws")]
    [TestCase("embedded", "ImageService")]
    public void A_folder_does_not_mention_a_name(string folder, string name)
    {
        var mentions = RepositoryFiles.In(folder, "*.cs")
            .Where(path => File.ReadAllText(Path.Combine(Repository.Root, path)).Contains(name, StringComparison.Ordinal));

        Assert.That(mentions, Is.Empty);
    }

    [Test]
    public void No_two_files_of_the_service_have_the_same_name()
    {
        string[] folders = ["handlers", "stack", "local", "bench", "e2e"];

        var names = folders.SelectMany(folder => RepositoryFiles.In(folder, "*.cs")).GroupBy(path => Path.GetFileName(path));

        Assert.That(names.Where(name => name.Key != "Program.cs" && name.Count() > 1).SelectMany(name => name), Is.Empty);
    }
}
