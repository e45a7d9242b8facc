using System.Collections.Concurrent;

namespace ImageService.E2E.Programs;

/// <summary>Eight clients of a program: all upload, two of them delete what they uploaded, until it answers no longer.</summary>
internal sealed class Load
{
    private const int Clients = 8;
    private const int Deleting = 2;
    private const int Enough = 40;

    private readonly ApiClient _api;
    private readonly ConcurrentDictionary<string, byte[]> _kept = [];
    private readonly ConcurrentQueue<string> _deleted = [];
    private readonly TaskCompletionSource _underWay = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _uploads;

    public Load(ApiClient api)
    {
        _api = api;
        End = Task.WhenAll(Enumerable.Range(0, Clients).Select(i => RunAsync(deletes: i < Deleting)));
    }

    /// <summary>Ends when no client gets an answer any longer; fails when one got another answer than it should.</summary>
    public Task End { get; }

    /// <summary>The bytes of the images that were uploaded, by id, without those whose deletion was requested.</summary>
    public IReadOnlyDictionary<string, byte[]> Kept => _kept;

    /// <summary>The ids of the images whose deletion was answered.</summary>
    public IReadOnlyCollection<string> Deleted => _deleted;

    /// <summary>Waits for the fortieth upload.</summary>
    public async Task UnderWay()
    {
        if (await Task.WhenAny(_underWay.Task, End) == End)
            await End;
        Assert.That(_uploads, Is.GreaterThanOrEqualTo(Enough), "uploads before the load ended");
    }

    private async Task RunAsync(bool deletes)
    {
        while (await UploadAsync() is { } id)
        {
            if (deletes && !await DeleteAsync(id))
                return;
        }
    }

    private async Task<string?> UploadAsync()
    {
        var bytes = SampleImages.OfSize(20_000);
        if (await WholeAnswer(_api.Upload(bytes)) is not { } answer)
            return null;
        Assert.That(answer, Is.Status(201));
        _kept[answer.Image.Id] = bytes;
        if (Interlocked.Increment(ref _uploads) == Enough)
            _underWay.SetResult();
        return answer.Image.Id;
    }

    private async Task<bool> DeleteAsync(string id)
    {
        // Without an answer it is unknown whether the image exists.
        _kept.TryRemove(id, out _);
        if (await WholeAnswer(_api.Delete(id)) is not { } answer)
            return false;
        Assert.That(answer, Is.Status(204));
        _deleted.Enqueue(id);
        return true;
    }

    /// <summary>The answer; null when none came, or only a part.</summary>
    private static async Task<Answer?> WholeAnswer(Task<Answer> call)
    {
        try
        {
            var answer = await call;
            return answer.Header("Content-Length") is { } length && length != $"{answer.Bytes.Length}" ? null : answer;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
