using System.Text.Json;

namespace ImageService.Lambda.Logging;

/// <summary>
/// The members by which a line of the log is metrics as well: CloudWatch takes them from it, by <c>Operation</c>, and those of alarms by <c>FunctionName</c>, without a call to its API
/// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
/// </summary>
internal static class EmbeddedMetrics
{
    private const string Namespace = "ImageService";

    /// <summary>Writes <c>_aws</c>, which tells what is a metric, then the dimensions and the values.</summary>
    public static void Write(Utf8JsonWriter json, DateTimeOffset now, params ReadOnlySpan<DimensionedMetrics> all)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", now.ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        foreach (var (dimension, _, metrics) in all)
            WriteDirective(json, dimension, metrics);
        json.WriteEndArray();
        json.WriteEndObject();

        foreach (var (dimension, of, metrics) in all)
        {
            json.WriteString(dimension, of);
            foreach (var (name, _, value) in metrics)
                json.WriteNumber(name, value);
        }
    }

    private static void WriteDirective(Utf8JsonWriter json, string dimension, IReadOnlyList<Metric> metrics)
    {
        json.WriteStartObject();
        json.WriteString("Namespace", Namespace);
        json.WriteStartArray("Dimensions");
        json.WriteStartArray();
        json.WriteStringValue(dimension);
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
