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
/// <param name="functionName">The name of the function; null for the one that Lambda tells.</param>
public sealed class LogWriter(TextWriter writer, TimeProvider time, string? functionName = null)
{
    private const string Operation = "Operation";

    // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
    private readonly string _functionName = functionName ?? Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME") ?? "";

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
        ];
        DimensionedMetrics ofOperation = new(Operation, entry.Operation, metrics);
        // A metric costs while it has values: that of the alarm has none until it is needed.
        DimensionedMetrics[] all = entry.IsImageDamaged ? [ofOperation, new("FunctionName", _functionName, [new("DamagedImages", "Count", 1)])] : [ofOperation];
        WriteLine(all, entry.Failure, json =>
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
        WriteLine([new(Operation, "collectGarbage", metrics)], report.Failure, json =>
        {
            json.WriteNumber("foreign", report.Foreign);
            json.WriteNumber("changed", report.Changed);
            json.WriteBoolean("isComplete", report.IsComplete);
            if (report.StoppedAfter is { } key)
                json.WriteString("stoppedAfter", key);
            json.WriteString("requestId", requestId);
        });
    }

    private void WriteLine(DimensionedMetrics[] metrics, Exception? failure, Action<Utf8JsonWriter> writeMembers)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            EmbeddedMetrics.Write(json, time.GetUtcNow(), metrics);
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
