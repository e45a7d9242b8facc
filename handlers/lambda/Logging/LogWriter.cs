using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ImageService.Handlers.Http;

namespace ImageService.Lambda.Logging;

/// <summary>
/// Writes a line of JSON for each request, which is a record of the log and metrics of CloudWatch at once. The members
/// of <see cref="EmbeddedMetrics"/> tell the operation and the milliseconds too, so nothing is written twice.
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
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            EmbeddedMetrics.Write(json, entry, time.GetUtcNow());
            json.WriteNumber("status", entry.Status);
            json.WriteString("requestId", entry.RequestId);
            if (entry.ImageId is { } imageId)
                json.WriteString("imageId", imageId);
            if (entry.Flaw is { } flaw)
                json.WriteString("flaw", flaw);
            if (entry.Failure is { } failure)
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
