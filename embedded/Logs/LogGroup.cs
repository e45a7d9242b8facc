using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Logs;

/// <summary>A log group: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Created">When it was made.</param>
internal sealed record LogGroup(string Name, DateTimeOffset Created)
{
    /// <summary>How long events are kept; null where they are for ever.</summary>
    public int? RetentionInDays { get; init; }

    public string Class { get; init; } = "STANDARD";

    public string? KmsKeyId { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Its name in AWS's form.</summary>
    public static string ArnOf(string name) => Arn.Of("logs", $"log-group:{name}");

    /// <summary>The name of a group that is given by its name or its ARN.</summary>
    public static string NameOf(string identifier)
    {
        var name = identifier.StartsWith(ArnOf(""), StringComparison.Ordinal) ? identifier[ArnOf("").Length..] : identifier;
        return name.EndsWith(":*", StringComparison.Ordinal) ? name[..^2] : name;
    }

    /// <summary>The group as answers show it.</summary>
    public JsonObject Write(long storedBytes)
    {
        var answer = new JsonObject
        {
            ["logGroupName"] = Name,
            ["creationTime"] = Created.ToUnixTimeMilliseconds(),
            ["metricFilterCount"] = 0,
            ["arn"] = $"{ArnOf(Name)}:*",
            ["logGroupArn"] = ArnOf(Name),
            ["storedBytes"] = storedBytes,
            ["logGroupClass"] = Class,
        };
        if (RetentionInDays is { } days)
            answer["retentionInDays"] = days;
        if (KmsKeyId is { } key)
            answer["kmsKeyId"] = key;
        return answer;
    }
}
