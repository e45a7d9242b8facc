using EmbeddedAws.Host;
using ImageService.E2E.Programs;
using Microsoft.Extensions.Time.Testing;

namespace ImageService.E2E.Crashes;

/// <summary>A fault at a call to AWS that a request makes; then a restart, and the same request again.</summary>
/// <param name="Operation">The request.</param>
/// <param name="AwsCall">AWS's name of the call.</param>
/// <param name="Number">Which one of those with this name, from 1.</param>
internal sealed record CrashPoint(CrashedOperation Operation, string AwsCall, int Number)
{
    /// <summary>What a client may be answered besides success: to try again later.</summary>
    private static readonly int[] TryAgain = [503, 504];

    /// <summary>The calls that a request makes when nothing goes wrong.</summary>
    public static async Task<IReadOnlyList<CrashPoint>> OfAsync(CrashedOperation operation)
    {
        using var folder = new TemporaryFolder();
        await using var served = await ServedFolder.StartAsync(folder.Path, TimeProvider.System);
        using var api = served.Client();
        var id = await operation.Arrange(api);
        var before = served.Calls.Counts();

        var answer = await operation.Send(api, id);

        Assert.That(operation.Done, Does.Contain(answer.Status));
        return
        [
            .. from call in served.Calls.Counts().OrderBy(call => call.Key, StringComparer.Ordinal)
               from number in Enumerable.Range(1, call.Value - before.GetValueOrDefault(call.Key))
               select new CrashPoint(operation, call.Key, number),
        ];
    }

    /// <summary>Lets the fault happen, restarts, and sends the request again.</summary>
    /// <returns>The two answers: <c>503, 201</c>.</returns>
    public async Task<string> RunAsync(CrashFault fault)
    {
        try
        {
            using var folder = new TemporaryFolder();
            var (id, first) = fault.Make is null ? await KillAsync(folder.Path, fault.Afterwards) : await BreakAsync(folder.Path, fault.Make());
            var second = await RecoverAsync(folder.Path, id, first);
            return $"{(first is null ? "–" : $"{first.Status}")}, {second.Status}";
        }
        catch (AssertionException exception)
        {
            throw new AssertionException($"{this}, {fault.Name}: {exception.Message}", exception);
        }
    }

    public override string ToString() => $"{Operation.Name}, {AwsCall} {Number}";

    private async Task<(string Id, Answer? First)> BreakAsync(string folder, AwsFault fault)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var served = await ServedFolder.StartAsync(folder, clock);
        using var api = served.Client();
        var id = await Operation.Arrange(api);
        served.Calls.Inject(AwsCall, fault, call: Number);

        var request = Operation.Send(api, id);
        if (fault is AwsFault.Hold hold)
        {
            Assert.That(await Task.WhenAny(hold.Reached, request), Is.SameAs(hold.Reached), "The request made no such call.");
            clock.Advance(Clouds.Embedded.Deadline);
        }

        var first = await request;
        Assert.That(Operation.Done.Concat(TryAgain), Does.Contain(first.Status));
        return (id, first);
    }

    private async Task<(string Id, Answer? First)> KillAsync(string folder, bool afterwards)
    {
        using var process = await DoomedProcess.StartAsync(folder);
        var id = await Operation.Arrange(process.Api);
        await process.KillAtAsync(AwsCall, Number, afterwards, () => Operation.Send(process.Api, id));
        return (id, null);
    }

    /// <summary>Starts again on the same data, a minute later: a client whose key is held by the request that failed was told to wait for as long.</summary>
    private async Task<Answer> RecoverAsync(string folder, string id, Answer? first)
    {
        await using var served = await ServedFolder.StartAsync(folder, new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(1)));
        using var api = served.Client();
        await CheckInvariantsAsync(served, api);
        if (first is not null && Operation.Done.Contains(first.Status))
            await Operation.Check(api, id, first);

        var second = await Operation.Send(api, id);

        Assert.That(Operation.Done, Does.Contain(second.Status));
        await Operation.Check(api, id, second);
        await CheckInvariantsAsync(served, api);
        return second;
    }

    /// <summary>Each image has its object, and each that is listed can be read and downloaded whole.</summary>
    private static async Task CheckInvariantsAsync(ServedFolder served, ApiClient api)
    {
        Assert.That(await served.ItemsWithoutObject(), Is.Empty);
        foreach (var image in await api.ListAll())
        {
            Assert.That((await api.Get(image.Id)).Image, Is.EqualTo(image));
            Assert.That(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData((await api.Download(image.Id)).Bytes)), Is.EqualTo(image.Sha256));
        }
    }
}
