using EmbeddedAws;
using EmbeddedAws.Host;
using ImageService.E2E.Clouds;
using ImageService.E2E.Programs;

namespace ImageService.E2E.Collecting;

/// <summary><c>dotnet run --project local -- collect</c>.</summary>
public sealed class CollectCommandTests
{
    private readonly TemporaryFolder _data = new();

    [TearDown]
    public void RemoveData() => _data.Dispose();

    [Test]
    public async Task It_removes_from_a_folder_what_belongs_to_no_image()
    {
        var (kept, old, young) = await FillFolderAsync();

        var collect = await CommandRun.Of("collect", "--data", _data.Path);

        Assert.That(collect.ExitCode, Is.Zero);
        Assert.That(collect.Errors, Is.Empty);
        Assert.That(collect.Output, Is.EqualTo(["Removed 0 of 3 objects: 0 of images, 0 variants; 0 bytes."]), "the bytes of all three are new");
        Assert.That(await KeysAsync(), Is.EquivalentTo([kept, old, young]));
    }

    [Test]
    public async Task A_dry_run_lists_what_would_be_removed_and_removes_nothing()
    {
        var (kept, old, young) = await FillFolderAsync();

        var collect = await CommandRun.Of("collect", "--data", _data.Path, "--age", "0", "--dry-run");

        Assert.That(collect.ExitCode, Is.Zero);
        Assert.That(collect.Output, Has.Count.EqualTo(3));
        Assert.That(collect.Output[0], Does.Match($@"^\d{{4}}-\d\d-\d\d \d\d:\d\d  +3  {old}$"));
        Assert.That(collect.Output[1], Does.EndWith($"  {young}"));
        Assert.That(collect.Output[2], Is.EqualTo("Would remove 2 of 3 objects: 2 of images, 0 variants; 5 bytes."));
        Assert.That(await KeysAsync(), Is.EquivalentTo([kept, old, young]));
    }

    [Test]
    public async Task With_an_age_it_removes_what_is_younger_than_a_day()
    {
        var (kept, _, _) = await FillFolderAsync();

        var collect = await CommandRun.Of("collect", "--data", _data.Path, "--age", "0");

        Assert.That(collect.ExitCode, Is.Zero);
        Assert.That(collect.Output[^1], Is.EqualTo("Removed 2 of 3 objects: 2 of images, 0 variants; 5 bytes."));
        Assert.That(await KeysAsync(), Is.EqualTo([kept]));
    }

    [Test]
    public async Task It_works_through_the_port_of_a_program_that_is_running()
    {
        await using var cloud = await Embedded.StartAsync();
        await cloud.Stored.PutObjectAt("notes.txt", [1]);

        var collect = await CommandRun.Of("collect", "--port", $"{cloud.Endpoint.Port}", "--dry-run");

        Assert.That(collect.ExitCode, Is.Zero, collect.Errors);
        Assert.That(collect.Output, Is.EqualTo(["Would remove 0 of 1 objects: 0 of images, 0 variants; 0 bytes. 1 do not belong to this service, and stay."]));
    }

    [Test]
    public async Task A_folder_in_use_is_one_clear_line()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = _data.Path });

        var collect = await CommandRun.Of("collect", "--data", _data.Path);

        Assert.That(collect.ExitCode, Is.EqualTo(1));
        Assert.That(collect.Errors, Does.Match($@"^The data folder {_data.Path} cannot be used: [^\n]* If a running local program uses it, give the port of that program: --port 4566\.\s*$"));
    }

    [Test]
    public async Task A_folder_without_the_service_is_one_clear_line()
    {
        var collect = await CommandRun.Of("collect", "--data", _data.Path);

        Assert.That(collect.ExitCode, Is.EqualTo(1));
        Assert.That(collect.Output, Is.Empty);
        Assert.That(collect.Errors, Is.EqualTo($"The collector stopped: the bucket or the table of the service does not exist.{Environment.NewLine}"));
    }

    [Test]
    public async Task Where_a_call_fails_it_stops_and_says_why()
    {
        await using var cloud = await Embedded.StartAsync();
        cloud.Calls.Inject("ListObjectsV2", new AwsFault.Error(403, "AccessDenied"));

        var collect = await CommandRun.Of("collect", "--port", $"{cloud.Endpoint.Port}");

        Assert.That(collect.ExitCode, Is.EqualTo(1));
        Assert.That(collect.Output, Is.Empty);
        Assert.That(collect.Errors, Does.StartWith("The collector stopped: ").And.Not.Contain("of the service does not exist"));
    }

    [TestCase("The data folder missing does not exist.", "--data", "missing")]
    [TestCase("The data folder .data does not exist.")]
    [TestCase("--data must be the path of a folder.", "--data", "")]
    [TestCase("--data and --port cannot be used together.", "--data", ".", "--port", "4566")]
    [TestCase("--port must be a whole number from 0 to 65535.", "--port", "x")]
    [TestCase("--port must be a whole number from 0 to 65535.", "--port", " 80")]
    [TestCase("--age must be at least 24 with --port: requests under way may need younger objects.", "--port", "4566", "--age", "23")]
    [TestCase("--age must not be negative.", "--data", ".", "--age", "-1")]
    public async Task Options_that_are_wrong_are_refused(string error, params string[] arguments)
    {
        var collect = await CommandRun.Of(["collect", .. arguments]);

        Assert.That(collect.ExitCode, Is.EqualTo(1));
        Assert.That(collect.Errors.Trim().Split('\n')[0].Trim(), Is.EqualTo(error));
    }

    /// <summary>A folder with an image, and two objects without an item: one whose id is old, and one of now.</summary>
    private async Task<(string Kept, string Old, string Young)> FillFolderAsync()
    {
        await using var cloud = await Embedded.OpenAsync(_data.Path);
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var (old, young) = ($"images/{Guid.CreateVersion7(DateTimeOffset.UtcNow.AddDays(-2))}", $"images/{Guid.CreateVersion7()}");
        await cloud.Stored.PutObjectAt(old, [1, 2, 3]);
        await cloud.Stored.PutObjectAt(young, [1, 2]);
        return ($"images/{image.Id}", old, young);
    }

    private async Task<IReadOnlyList<string>> KeysAsync()
    {
        await using var cloud = await Embedded.OpenAsync(_data.Path);
        return await cloud.Stored.ObjectKeys();
    }
}
