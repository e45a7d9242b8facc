using System.Globalization;
using ImageService.Handlers;

namespace ImageService.Local;

/// <summary>Writes the cause of each 5xx as one text, for the person at the terminal.</summary>
internal sealed class FailureLog(TextWriter writer)
{
    public void Write(LogEntry entry)
    {
        if (entry.Failure is not { } failure)
            return;
        var milliseconds = entry.Elapsed.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
        writer.WriteLine($"{entry.RequestId} {entry.Operation} {entry.Status} after {milliseconds} ms: {failure}");
    }
}
