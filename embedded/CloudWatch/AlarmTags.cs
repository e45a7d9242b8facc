using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>The tags of alarms.</summary>
internal static class AlarmTags
{
    /// <summary>The tags in a request.</summary>
    /// <exception cref="AwsException">They are not tags.</exception>
    public static IReadOnlyDictionary<string, string> Read(ControlRequest request)
    {
        var tags = new Dictionary<string, string>();
        foreach (var (key, value) in request.TagList("Tags"))
            tags[key] = value;
        return Checked(request, tags);
    }

    /// <exception cref="AwsException">There are too many.</exception>
    public static IReadOnlyDictionary<string, string> Checked(ControlRequest request, Dictionary<string, string> tags) =>
        tags.Count <= ResourceTags.Most ? tags : throw request.Invalid($"A resource has at most {ResourceTags.Most} tags.");

    /// <summary>The alarm that a request names by its ARN.</summary>
    /// <exception cref="AwsException">There is none.</exception>
    public static MetricAlarm AlarmOf(string arn, Func<string, MetricAlarm?> find) => (arn.StartsWith(MetricAlarm.ArnOf(""), StringComparison.Ordinal) ? find(arn[MetricAlarm.ArnOf("").Length..]) : null)
        ?? throw new AwsException(404, "ResourceNotFoundException", $"The resource {arn} does not exist.");
}
