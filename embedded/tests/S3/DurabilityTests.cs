
namespace EmbeddedAws.Tests.S3;

public sealed class DurabilityTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("s3-durability-").FullName;

    private string Objects => Path.Combine(_folder, "objects");

    [TearDown]
    public void RemoveTheFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Objects_are_there_after_a_restart()
    {
        await using (var first = await StartAsync())
        {
            await Wire.PutAsync($"{first.Endpoint}bucket", []);
            await Wire.PutAsync($"{first.Endpoint}bucket/a", "hello"u8.ToArray(), ("Content-Type", "text/plain"), ("x-amz-meta-color", "red"));
        }

        await using var second = await StartAsync();
        var get = await Wire.GetAsync($"{second.Endpoint}bucket/a");

        Assert.That(get.Body, Is.EqualTo("hello"u8.ToArray()));
        Assert.That((get.Header("Content-Type"), get.Header("x-amz-meta-color"), get.Header("ETag")), Is.EqualTo(("text/plain", "red", "\"5d41402abc4b2a76b9719d911017c592\"")));
    }

    [TestCaseSource(typeof(KeptBytes), nameof(KeptBytes.Lengths))]
    public async Task What_a_put_or_a_delete_makes_useless_is_removed_from_the_disk(int length)
    {
        await using var cloud = await StartAsync();
        await Wire.PutAsync($"{cloud.Endpoint}bucket", []);

        await Wire.PutAsync($"{cloud.Endpoint}bucket/a", new byte[length]);
        await Wire.PutAsync($"{cloud.Endpoint}bucket/a", new byte[length + 1]);
        await Wire.PutAsync($"{cloud.Endpoint}bucket/a", new byte[length], ("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA=="));
        var one = KeptBytes.Count(_folder);
        await Wire.SendAsync("DELETE", $"{cloud.Endpoint}bucket/a", null);

        Assert.That((one, KeptBytes.Count(_folder), Directory.GetFiles(Path.Combine(_folder, "incoming")).Length), Is.EqualTo((1, 0, 0)));
    }

    [TestCase(128 * 1024, 0)]
    [TestCase((128 * 1024) + 1, 1)]
    public async Task Only_what_is_large_has_a_file(int length, int files)
    {
        await using var cloud = await StartAsync();
        await Wire.PutAsync($"{cloud.Endpoint}bucket", []);
        var bytes = Enumerable.Range(0, length).Select(number => (byte)(number * 7)).ToArray();

        await Wire.PutAsync($"{cloud.Endpoint}bucket/a", bytes);
        await Wire.SendAsync("PUT", $"{cloud.Endpoint}bucket/b", [], ("x-amz-copy-source", "bucket/a"));

        Assert.That(Directory.GetFiles(Objects), Has.Length.EqualTo(2 * files));
        Assert.That((await Wire.GetAsync($"{cloud.Endpoint}bucket/a")).Body, Is.EqualTo(bytes));
        Assert.That((await Wire.GetAsync($"{cloud.Endpoint}bucket/b")).Body, Is.EqualTo(bytes));
    }

    [TestCase(null)]
    [TestCase(150_000)]
    [TestCase(200_001)]
    public async Task Of_a_file_that_something_else_has_changed_nothing_is_answered(int? length)
    {
        await using var cloud = await StartAsync();
        await Wire.PutAsync($"{cloud.Endpoint}bucket", []);
        await Wire.PutAsync($"{cloud.Endpoint}bucket/a", new byte[200_000]);
        ChangeTheOnlyFile(length);

        var whole = await Wire.GetAsync($"{cloud.Endpoint}bucket/a");
        var range = await Wire.SendAsync("GET", $"{cloud.Endpoint}bucket/a", null, ("Range", "bytes=0-9"));
        var copy = await Wire.SendAsync("PUT", $"{cloud.Endpoint}bucket/b", [], ("x-amz-copy-source", "bucket/a"));

        Assert.That(new[] { whole, range, copy }, Has.All.Matches(Is.Refused(404, "NoSuchKey")));
    }

    [TestCase(null)]
    [TestCase(150_000)]
    public async Task An_object_whose_file_is_lost_can_be_put_as_if_it_were_absent(int? length)
    {
        await using var cloud = await StartAsync();
        await Wire.PutAsync($"{cloud.Endpoint}bucket", []);
        await Wire.PutAsync($"{cloud.Endpoint}bucket/a", new byte[200_000]);
        ChangeTheOnlyFile(length);

        var put = await Wire.PutAsync($"{cloud.Endpoint}bucket/a", "hello"u8.ToArray(), ("If-None-Match", "*"));
        var again = await Wire.PutAsync($"{cloud.Endpoint}bucket/a", "other"u8.ToArray(), ("If-None-Match", "*"));

        Assert.That(put.Status, Is.EqualTo(200));
        Assert.That(again, Is.Refused(412, "PreconditionFailed"));
        Assert.That((await Wire.GetAsync($"{cloud.Endpoint}bucket/a")).Body, Is.EqualTo("hello"u8.ToArray()));
    }

    [TestCaseSource(typeof(KeptBytes), nameof(KeptBytes.Lengths))]
    public async Task What_a_crash_has_left_is_removed_and_nothing_else(int length)
    {
        await using (var first = await StartAsync())
        {
            await Wire.PutAsync($"{first.Endpoint}bucket", []);
            await Wire.PutAsync($"{first.Endpoint}bucket/a", new byte[length]);
        }

        await File.WriteAllTextAsync(Path.Combine(Objects, "000000000000-000000000001"), "renamed, not committed");
        await File.WriteAllTextAsync(Path.Combine(_folder, "incoming", "000000000000-000000000002"), "half writ");

        // A stop waits for the sweep: what is left then is what stays.
        await (await StartAsync()).DisposeAsync();
        await using var third = await StartAsync();
        var get = await Wire.GetAsync($"{third.Endpoint}bucket/a");

        Assert.That(get.Body, Is.EqualTo(new byte[length]));
        Assert.That((KeptBytes.Count(_folder), Directory.GetFiles(Path.Combine(_folder, "incoming")).Length), Is.EqualTo((1, 0)));
    }

    /// <summary>Removes the only file of an object, or gives it another length.</summary>
    private void ChangeTheOnlyFile(int? length)
    {
        var file = Directory.GetFiles(Objects).Single();
        if (length is { } bytes)
            File.WriteAllBytes(file, new byte[bytes]);
        else
            File.Delete(file);
    }

    private Task<EmbeddedCloud> StartAsync() => EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = _folder });
}
