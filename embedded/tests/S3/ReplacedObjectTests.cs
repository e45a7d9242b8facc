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
        var bucket = await TestBucket.CreateAsync();
        var (a, b) = ($"/{bucket}/a", $"/{bucket}/b");
        await Wire.PutAsync(a, [0]);

        var answers = await ReadWhileAsync(
            async round =>
            {
                await Wire.PutAsync(a, new byte[round + 1]);
                await Wire.SendAsync("DELETE", b, null);
                await Wire.PutAsync(b, new byte[Rounds + round]);
            },
            a,
            b);

        Assert.That(answers.Select(answer => answer.Status).Distinct(), Is.SubsetOf([200, 404]));
        var read = answers.Where(answer => answer.Status == 200).ToList();
        Assert.That(read, Is.Not.Empty);
#pragma warning disable CA5351 // It is what S3 has.
        Assert.That(read.Select(answer => answer.Header("ETag")), Is.EqualTo(read.Select(answer => $"\"{Convert.ToHexStringLower(MD5.HashData(answer.Body))}\"")));
#pragma warning restore CA5351
    }

    [Test]
    public async Task A_version_is_there_while_it_becomes_the_current_one_and_an_older_one_again()
    {
        var path = $"/{await VersionedBucket.CreateAsync()}/a";
        var version = await VersionedBucket.PutAsync(path, "kept");

        var answers = await ReadWhileAsync(
            async _ => await Wire.SendAsync("DELETE", $"{path}?versionId={await VersionedBucket.PutAsync(path, "newer")}", null),
            $"{path}?versionId={version}");

        Assert.That(answers, Is.Not.Empty);
        Assert.That(answers.Select(answer => answer.Status), Has.All.EqualTo(200));
        Assert.That(answers.Select(answer => answer.Body), Has.All.EqualTo("kept"u8.ToArray()));
    }

    /// <summary>Writes in rounds, one after the other, while others read.</summary>
    private static async Task<IReadOnlyList<S3Answer>> ReadWhileAsync(Func<int, Task> write, params string[] targets)
    {
        var writing = Task.Run(async () =>
        {
            for (var round = 0; round < Rounds; round++)
                await write(round);
        });
        var reading = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ReadUntilAsync(writing, targets)));
        var answers = await Task.WhenAll(reading);
        await writing;
        return [.. answers.SelectMany(read => read)];
    }

    private static async Task<List<S3Answer>> ReadUntilAsync(Task end, string[] targets)
    {
        var answers = new List<S3Answer>();
        while (!end.IsCompleted)
        {
            foreach (var target in targets)
                answers.Add(await Wire.GetAsync(target));
        }

        return answers;
    }
}
