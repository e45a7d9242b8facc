
namespace EmbeddedAws.Tests.S3;

/// <summary>What is on the disk of uploads in parts.</summary>
public sealed class UploadDurabilityTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("s3-uploads-").FullName;

    private int Files => Directory.GetFiles(Path.Combine(_folder, "objects")).Length + Directory.GetFiles(Path.Combine(_folder, "incoming")).Length;

    [TearDown]
    public void RemoveTheFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task An_upload_goes_on_after_a_restart()
    {
        string id;
        await using (var first = await StartAsync())
        {
            id = await StartUploadAsync(first);
            await Wire.PutAsync($"{first.Endpoint}bucket/a?uploadId={id}&partNumber=1", "123456789"u8.ToArray());
        }

        // A stop waits for the sweep of what a crash has left: a part is not among that.
        await (await StartAsync()).DisposeAsync();
        await using var third = await StartAsync();
        var complete = await Wire.SendAsync("POST", $"{third.Endpoint}bucket/a?uploadId={id}", Parts());
        var get = await Wire.GetAsync($"{third.Endpoint}bucket/a");

        Assert.That(complete.Status, Is.EqualTo(200));
        Assert.That(get.Body, Is.EqualTo("123456789"u8.ToArray()));
        Assert.That(Files, Is.EqualTo(1));
    }

    [TestCase("POST", "bucket/a?uploadId={0}", 1)]
    [TestCase("DELETE", "bucket/a?uploadId={0}", 0)]
    [TestCase("DELETE", "bucket", 0)]
    public async Task The_parts_leave_the_disk_with_the_end_of_their_upload(string method, string target, int left)
    {
        await using var cloud = await StartAsync();
        var id = await StartUploadAsync(cloud);
        await Wire.PutAsync($"{cloud.Endpoint}bucket/a?uploadId={id}&partNumber=1", [1]);
        await Wire.PutAsync($"{cloud.Endpoint}bucket/a?uploadId={id}&partNumber=1", "123456789"u8.ToArray());
        await Wire.PutAsync($"{cloud.Endpoint}bucket/a?uploadId={id}&partNumber=2", "left out"u8.ToArray());
        await Wire.PutAsync($"{cloud.Endpoint}bucket/a?uploadId={id}&partNumber=3", [3], ("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA=="));
        var before = Files;

        var answer = await Wire.SendAsync(method, $"{cloud.Endpoint}{target.Replace("{0}", id, StringComparison.Ordinal)}", method == "POST" ? Parts() : null);

        Assert.That(answer.Status, Is.EqualTo(method == "POST" ? 200 : 204));
        Assert.That((before, Files), Is.EqualTo((2, left)));
    }

    private static byte[] Parts() => System.Text.Encoding.UTF8.GetBytes(
        $"<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>{Digits.ETag}</ETag></Part></CompleteMultipartUpload>");

    private static async Task<string> StartUploadAsync(EmbeddedCloud cloud)
    {
        await Wire.PutAsync($"{cloud.Endpoint}bucket", []);
        return (await Wire.SendAsync("POST", $"{cloud.Endpoint}bucket/a?uploads", null)).Element("UploadId")!;
    }

    private Task<EmbeddedCloud> StartAsync() => EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = _folder });
}
