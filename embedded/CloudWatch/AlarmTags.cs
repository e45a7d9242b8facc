using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>The tags of alarms.</summary>
internal static class AlarmTags
{
    private const int MostTags = 50;

    /// <summary>The tags in a request.</summary>
    /// <exception cref="AwsException">They are not tags.</exception>
    public static IReadOnlyDictionary<string, string> Read(ControlRequest request)
    {
        var tags = new Dictionary<string, string>();
        foreach (var tag in request.List("Tags") ?? [])
        {
            if (tag is not JsonObject || tag["Key"] is not JsonValue key || tag["Value"] is not JsonValue value || !key.TryGetValue(out string? name) || !value.TryGetValue(out string? text))
                throw request.Invalid("A tag has a Key and a Value.");
            tags[name] = text;
        }

        return Checked(request, tags);
    }

    /// <exception cref="AwsException">There are too many.</exception>
    public static IReadOnlyDictionary<string, string> Checked(ControlRequest request, Dictionary<string, string> tags) =>
        tags.Count <= MostTags ? tags : throw request.Invalid($"A resource has at most {MostTags} tags.");

    /// <summary>The alarm that a request names by its ARN.</summary>
    /// <exception cref="AwsException">There is none.</exception>
    public static MetricAlarm AlarmOf(string arn, Func<string, MetricAlarm?> find) => (arn.StartsWith(MetricAlarm.ArnOf(""), StringComparison.Ordinal) ? find(arn[MetricAlarm.ArnOf("").Length..]) : null)
        ?? throw new AwsException(404, "ResourceNotFoundException", $"The resource {arn} does not exist.");
}
