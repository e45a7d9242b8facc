using System.Security.Cryptography;

namespace EmbeddedAws.Tests.S3;

/// <summary>Objects that are replaced and deleted while others read them.</summary>
public sealed class ReplacedObjectTests
{
    private const int Readers = 4;
    private const int Rounds = 100;

    [Test]
    public async Task A_reader_gets_the_bytes_that_belong_to_the_ETag()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        await Wire.PutAsync($"{cloud.Endpoint}bucket", []);
        var (a, b) = ($"{cloud.Endpoint}bucket/a", $"{cloud.Endpoint}bucket/b");
        await Wire.PutAsync(a, [0]);

        var writing = Task.Run(async () =>
        {
            for (var round = 1; round <= Rounds; round++)
            {
                await Wire.PutAsync(a, new byte[round]);
                await Wire.SendAsync("DELETE", b, null);
                await Wire.PutAsync(b, new byte[Rounds + round]);
            }
        });
        var answers = (await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ReadUntilAsync(writing, a, b))))).SelectMany(read => read).ToList();

        await writing;
        Assert.That(answers.Select(answer => answer.Status).Distinct(), Is.SubsetOf([200, 404]));
        var read = answers.Where(answer => answer.Status == 200).ToList();
        Assert.That(read, Is.Not.Empty);
#pragma warning disable CA5351 // It is what S3 has.
        Assert.That(read.Select(answer => answer.Header("ETag")), Is.EqualTo(read.Select(answer => $"\"{Convert.ToHexStringLower(MD5.HashData(answer.Body))}\"")));
#pragma warning restore CA5351
    }

    private static async Task<List<S3Answer>> ReadUntilAsync(Task end, params string[] urls)
    {
        var answers = new List<S3Answer>();
        while (!end.IsCompleted)
        {
            foreach (var url in urls)
                answers.Add(await Wire.GetAsync(url));
        }

        return answers;
    }
}
