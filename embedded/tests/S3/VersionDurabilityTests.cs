using System.Text;
using Microsoft.Data.Sqlite;

namespace EmbeddedAws.Tests.S3;

/// <summary>The files of versions, and the data of a release that knew none.</summary>
public sealed class VersionDurabilityTests
{
    /// <summary>The table as releases without versions have made it, with an object.</summary>
    private const string Earlier = """
        CREATE TABLE buckets (name TEXT NOT NULL PRIMARY KEY, created INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE objects (
          bucket TEXT NOT NULL, key BLOB NOT NULL, file TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL, modified INTEGER NOT NULL,
          algorithm TEXT NOT NULL, checksum TEXT NOT NULL, headers TEXT NOT NULL, PRIMARY KEY (bucket, key)) WITHOUT ROWID;
        CREATE TABLE settings (bucket TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (bucket, name)) WITHOUT ROWID;
        INSERT INTO buckets VALUES ('bucket', 1700000000);
        INSERT INTO objects VALUES ('bucket', x'61', '000000000000-000000000001', 5, '"5d41402abc4b2a76b9719d911017c592"', 1700000000, 'CRC32', 'NhCmhg==', '{}');
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("s3-versions-").FullName;

    private string Objects => Path.Combine(_folder, "objects");

    [TearDown]
    public void RemoveTheFolder() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(typeof(KeptBytes), nameof(KeptBytes.Lengths))]
    public async Task Versions_outlive_a_restart_and_their_bytes_go_with_them(int length)
    {
        string[] texts = [new('1', length), new('2', length)];
        var ids = new List<string>();
        await using (var first = await StartAsync())
        {
            await Wire.PutAsync($"{first.Endpoint}bucket", []);
            await VersionedBucket.SetAsync($"{first.Endpoint}bucket", "Enabled");
            foreach (var text in texts)
                ids.Add(await VersionedBucket.PutAsync($"{first.Endpoint}bucket/a", text));
        }

        // A stop waits for the sweep of what a crash has left.
        await (await StartAsync()).DisposeAsync();
        await using var third = await StartAsync();
        var old = await Wire.GetAsync($"{third.Endpoint}bucket/a?versionId={ids[0]}");
        var kept = KeptBytes.Count(_folder);
        foreach (var id in ids)
            await Wire.SendAsync("DELETE", $"{third.Endpoint}bucket/a?versionId={id}", null);

        Assert.That((Encoding.UTF8.GetString(old.Body), kept, KeptBytes.Count(_folder)), Is.EqualTo((texts[0], 2, 0)));
    }

    [TestCaseSource(typeof(KeptBytes), nameof(KeptBytes.Lengths))]
    public async Task A_suspended_bucket_keeps_the_bytes_of_one_version_null(int length)
    {
        await using var cloud = await StartAsync();
        await Wire.PutAsync($"{cloud.Endpoint}bucket", []);
        await VersionedBucket.SetAsync($"{cloud.Endpoint}bucket", "Enabled");
        await VersionedBucket.PutAsync($"{cloud.Endpoint}bucket/a", new string('1', length));
        await VersionedBucket.SetAsync($"{cloud.Endpoint}bucket", "Suspended");

        await Wire.PutAsync($"{cloud.Endpoint}bucket/a", new byte[length]);
        await Wire.PutAsync($"{cloud.Endpoint}bucket/a", new byte[length]);
        var put = KeptBytes.Count(_folder);
        await Wire.SendAsync("DELETE", $"{cloud.Endpoint}bucket/a", null);

        Assert.That((put, KeptBytes.Count(_folder)), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task Objects_of_an_earlier_release_are_read_and_become_versions()
    {
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(_folder, "s3.db")};Pooling=False"))
        {
            await database.OpenAsync();
            await using var create = database.CreateCommand();
            create.CommandText = Earlier;
            await create.ExecuteNonQueryAsync();
        }

        Directory.CreateDirectory(Objects);
        await File.WriteAllTextAsync(Path.Combine(Objects, "000000000000-000000000001"), "hello");

        await using var cloud = await StartAsync();
        var before = await Wire.GetAsync($"{cloud.Endpoint}bucket/a");
        await VersionedBucket.SetAsync($"{cloud.Endpoint}bucket", "Enabled");
        await VersionedBucket.PutAsync($"{cloud.Endpoint}bucket/a", "new");
        var after = await Wire.GetAsync($"{cloud.Endpoint}bucket/a?versionId=null");

        Assert.That((before.Header("x-amz-version-id"), Encoding.UTF8.GetString(before.Body)), Is.EqualTo(((string?)null, "hello")));
        Assert.That((after.Header("x-amz-version-id"), Encoding.UTF8.GetString(after.Body)), Is.EqualTo(("null", "hello")));
    }

    private Task<EmbeddedCloud> StartAsync() => EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = _folder });
}
