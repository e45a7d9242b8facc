using System.Text.Json;

namespace ImageService.Lambda.Logging;

/// <summary>
/// The members by which a line of the log is metrics as well: CloudWatch takes them from it, by <c>Operation</c>, without a call to its API
/// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
/// </summary>
internal static class EmbeddedMetrics
{
    private const string Namespace = "ImageService";
    private const string Dimension = "Operation";

    /// <summary>Writes <c>_aws</c>, which tells what is a metric, then the dimension and the values.</summary>
    public static void Write(Utf8JsonWriter json, string operation, IReadOnlyList<Metric> metrics, DateTimeOffset now)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", now.ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        WriteDirective(json, metrics);
        json.WriteEndArray();
        json.WriteEndObject();

        json.WriteString(Dimension, operation);
        foreach (var (name, _, value) in metrics)
            json.WriteNumber(name, value);
    }

    private static void WriteDirective(Utf8JsonWriter json, IReadOnlyList<Metric> metrics)
    {
        json.WriteStartObject();
        json.WriteString("Namespace", Namespace);
        json.WriteStartArray("Dimensions");
        json.WriteStartArray();
        json.WriteStringValue(Dimension);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        foreach (var (name, unit, _) in metrics)
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
