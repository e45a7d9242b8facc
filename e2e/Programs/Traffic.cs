using FsCheck.Fluent;
using ImageService.E2E.Model;

namespace ImageService.E2E.Programs;

/// <summary>Mixed requests from several clients, as fast as they are answered. Each answer is held against the model of its client.</summary>
internal static class Traffic
{
    private const int Clients = 8;
    private const int MostBytes = 100_000;

    /// <summary>Sends requests; all that was uploaded is deleted again.</summary>
    /// <param name="api">The API.</param>
    /// <param name="steps">How many steps of the model are taken; a listing takes one request a page.</param>
    public static Task SendAsync(ApiClient api, int steps)
    {
        var taken = 0;
        return Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (Volatile.Read(ref taken) < steps)
            {
                var sequence = Steps.Sequences.Generator.Sample(1).Single();
                var run = new Run(api, () => SampleImages.OfSize(Random.Shared.Next(100, MostBytes)));
                Assert.That(await run.TakeAsync(sequence), Is.Null);
                await run.DeleteAllAsync();
                Interlocked.Add(ref taken, sequence.Length);
            }
        })));
    }
}
