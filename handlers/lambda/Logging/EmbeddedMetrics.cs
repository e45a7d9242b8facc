using System.Text.Json;
using ImageService.Handlers.Http;

namespace ImageService.Lambda.Logging;

/// <summary>
/// The members by which a line of the log is metrics as well: CloudWatch takes <c>Requests</c>, <c>Errors</c> (5xx) and
/// <c>Latency</c> in milliseconds, by <c>Operation</c>, from it, without a call to its API
/// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
/// </summary>
internal static class EmbeddedMetrics
{
    private const string Namespace = "ImageService";
    private const string Dimension = "Operation";

    private static readonly (string Name, string Unit, Func<LogEntry, double> Value)[] Metrics =
    [
        ("Requests", "Count", _ => 1),
        ("Errors", "Count", entry => entry.Status >= 500 ? 1 : 0),
        ("Latency", "Milliseconds", entry => Math.Round(entry.Elapsed.TotalMilliseconds, 3)),
    ];

    /// <summary>Writes <c>_aws</c>, which tells what is a metric, then the dimension and the values.</summary>
    public static void Write(Utf8JsonWriter json, LogEntry entry, DateTimeOffset now)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", now.ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        WriteDirective(json);
        json.WriteEndArray();
        json.WriteEndObject();

        json.WriteString(Dimension, entry.Operation);
        foreach (var (name, _, value) in Metrics)
            json.WriteNumber(name, value(entry));
    }

    private static void WriteDirective(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("Namespace", Namespace);
        json.WriteStartArray("Dimensions");
        json.WriteStartArray();
        json.WriteStringValue(Dimension);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        foreach (var (name, unit, _) in Metrics)
        {
            json.WriteStartObject();
            json.WriteString("Name", name);
            json.WriteString("Unit", unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
