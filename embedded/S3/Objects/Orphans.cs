namespace EmbeddedAws.S3.Objects;

/// <summary>
/// Removes the files that a crash has left without a row: between the file and its row, or between a row's end and its file's.
/// It runs during the first requests, whose files it does not touch, so that a start does not wait for it.
/// </summary>
internal sealed class Orphans(ObjectRows rows, ObjectFiles files) : IDisposable
{
    private const int Batch = 500;

    private readonly Task _sweep = Task.Run(() =>
    {
        try
        {
            files.DeleteAbandoned();
            foreach (var batch in files.OfEarlierRuns().Chunk(Batch))
            {
                foreach (var orphan in rows.WithoutRow(batch))
                    files.Delete(orphan);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A file that cannot be deleted now takes room until the next start, and nothing else.
        }
    });

    /// <summary>Waits for the sweep: the database is closed after it.</summary>
    public void Dispose() => _sweep.Wait();
}
