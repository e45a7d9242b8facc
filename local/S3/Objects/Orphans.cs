namespace ImageService.Local.S3.Objects;

/// <summary>
/// Removes the files that a crash has left without a row: between the file and its row, or between a row's end and its file's.
/// It runs beside the first requests, whose files it does not touch.
/// </summary>
internal sealed class Orphans : IDisposable
{
    private const int Batch = 500;

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _sweep;

    public Orphans(ObjectRows rows, ObjectFiles files) => _sweep = Task.Run(() => Sweep(rows, files));

    public void Dispose()
    {
        _stop.Cancel();
        _sweep.Wait();
        _stop.Dispose();
    }

    private void Sweep(ObjectRows rows, ObjectFiles files)
    {
        files.DeleteAbandoned();
        foreach (var batch in files.OfEarlierRuns().Chunk(Batch).TakeWhile(_ => !_stop.IsCancellationRequested))
        {
            foreach (var orphan in rows.WithoutRow(batch))
                files.Delete(orphan);
        }
    }
}
