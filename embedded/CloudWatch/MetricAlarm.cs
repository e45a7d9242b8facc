using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>An alarm as it is stored.</summary>
/// <param name="Name">Its name, unique in the account.</param>
/// <param name="Configuration">The members of PutMetricAlarm in JSON.</param>
/// <param name="Updated">When it was put.</param>
/// <param name="Tags">Its tags.</param>
internal sealed record MetricAlarm(string Name, string Configuration, DateTimeOffset Updated, IReadOnlyDictionary<string, string> Tags)
{
    public static string ArnOf(string name) => Arn.Of("cloudwatch", $"alarm:{name}");

    /// <summary>What is answered for the name of an alarm that does not exist.</summary>
    public static AwsException NotFound(string name) => new(404, "ResourceNotFound", $"The alarm {name} does not exist.");
}
