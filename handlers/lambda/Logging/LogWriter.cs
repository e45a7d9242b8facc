using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ImageService.Handlers.Collecting;
using ImageService.Handlers.Http;

namespace ImageService.Lambda.Logging;

/// <summary>
/// Writes a line of JSON for each request, which is a record of the log and metrics of CloudWatch at once. The members
/// of <see cref="EmbeddedMetrics"/> tell the operation and the milliseconds too, so nothing is written twice. So it does for each run of the collector.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="time">The clock of the metrics.</param>
public sealed class LogWriter(TextWriter writer, TimeProvider time)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the line of a request.</summary>
    /// <param name="entry">What is known of the request.</param>
    public void Write(LogEntry entry)
    {
        Metric[] metrics =
        [
            new("Requests", "Count", 1),
            new("Errors", "Count", entry.Status >= 500 ? 1 : 0),
            new("Latency", "Milliseconds", Math.Round(entry.Elapsed.TotalMilliseconds, 3)),
            // A metric costs while it has values: this one has none until it is needed.
            .. entry.IsImageDamaged ? [new Metric("DamagedImages", "Count", 1)] : Array.Empty<Metric>(),
        ];
        WriteLine(entry.Operation, metrics, entry.Failure, json =>
        {
            json.WriteNumber("status", entry.Status);
            json.WriteString("requestId", entry.RequestId);
            if (entry.ImageId is { } imageId)
                json.WriteString("imageId", imageId);
            if (entry.Flaw is { } flaw)
                json.WriteString("flaw", flaw);
        });
    }

    /// <summary>Writes the line of a run of the collector that was not dry.</summary>
    /// <param name="report">What it did.</param>
    /// <param name="requestId">The id of the invocation.</param>
    public void Write(CollectorReport report, string requestId)
    {
        Metric[] metrics =
        [
            new("Objects", "Count", report.Objects),
            new("RemovedImages", "Count", report.Images),
            new("RemovedVariants", "Count", report.Variants),
            new("RemovedBytes", "Bytes", report.Bytes),
            new("NotRemoved", "Count", report.Failed),
        ];
        WriteLine("collectGarbage", metrics, report.Failure, json =>
        {
            json.WriteNumber("foreign", report.Foreign);
            json.WriteNumber("changed", report.Changed);
            json.WriteBoolean("isComplete", report.IsComplete);
            if (report.StoppedAfter is { } key)
                json.WriteString("stoppedAfter", key);
            json.WriteString("requestId", requestId);
        });
    }

    private void WriteLine(string operation, Metric[] metrics, Exception? failure, Action<Utf8JsonWriter> writeMembers)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            EmbeddedMetrics.Write(json, operation, metrics, time.GetUtcNow());
            writeMembers(json);
            if (failure is not null)
                WriteException(json, failure);
            json.WriteEndObject();
        }

        writer.WriteLine(Encoding.UTF8.GetString(line.GetBuffer().AsSpan(0, (int)line.Length)));
    }

    private static void WriteException(Utf8JsonWriter json, Exception exception)
    {
        json.WriteStartObject("exception");
        json.WriteString("type", exception.GetType().FullName);
        json.WriteString("message", exception.Message);
        // With the inner exceptions.
        json.WriteString("stack", exception.ToString());
        json.WriteEndObject();
    }
}
