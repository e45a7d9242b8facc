namespace EmbeddedAws.Host;

/// <summary>Writes a line when nothing of its kind was written lately: on a full disk every call fails for the same reason.</summary>
internal sealed class OccasionalLog(TextWriter log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private long? _last;

    public void Write(string line)
    {
        lock (_gate)
        {
            if (_last is { } last && TimeProvider.System.GetElapsedTime(last) < Pause)
                return;
            _last = TimeProvider.System.GetTimestamp();
            log.WriteLine(line);
        }
    }
}
