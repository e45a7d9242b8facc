using System.Text.Json.Nodes;
using EmbeddedAws.Scheduler.Expressions;

namespace EmbeddedAws.Scheduler;

/// <summary>A schedule: https://docs.aws.amazon.com/scheduler/latest/APIReference/API_GetSchedule.html.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Created">When it was made.</param>
internal sealed record Schedule(string Name, DateTimeOffset Created)
{
    /// <summary>The only group that there is.</summary>
    public const string Group = "default";

    public required DateTimeOffset Modified { get; init; }

    /// <summary>When it runs: <c>rate(1 day)</c>.</summary>
    public required string Expression { get; init; }

    public string Timezone { get; init; } = "UTC";

    public bool IsEnabled { get; init; } = true;

    public string? Description { get; init; }

    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    /// <summary>Whether it goes once it has run for the last time.</summary>
    public bool GoesAfterCompletion { get; init; }

    public string? KmsKeyArn { get; init; }

    /// <summary>The target, as it was sent.</summary>
    public required string Target { get; init; }

    /// <summary>The window, as it was sent. A run is at its beginning.</summary>
    public required string FlexibleTimeWindow { get; init; }

    public string Arn => ArnOf(Name);

    public static string ArnOf(string name) => ControlPlane.Arn.Of("scheduler", $"schedule/{Group}/{name}");

    /// <summary>The next run after a moment; null where there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var expression = ScheduleExpression.Parse(Expression, Timezone);
        if (!IsEnabled)
            return null;
        if (expression is OneTime)
            return expression.Next(Created, after); // AWS ignores the dates of those.
        var from = Start is { } start && start > after ? start.AddTicks(-1) : after;
        return expression.Next(Start ?? Created, from) is { } next && (End is not { } end || next <= end) ? next : null;
    }

    /// <summary>The schedule as answers show it.</summary>
    public JsonObject Write()
    {
        var answer = new JsonObject
        {
            [nameof(Arn)] = Arn,
            ["GroupName"] = Group,
            [nameof(Name)] = Name,
            ["CreationDate"] = Seconds(Created),
            ["LastModificationDate"] = Seconds(Modified),
            ["ScheduleExpression"] = Expression,
            ["ScheduleExpressionTimezone"] = Timezone,
            ["State"] = IsEnabled ? "ENABLED" : "DISABLED",
            [nameof(FlexibleTimeWindow)] = JsonNode.Parse(FlexibleTimeWindow),
            [nameof(Target)] = JsonNode.Parse(Target),
            ["ActionAfterCompletion"] = GoesAfterCompletion ? "DELETE" : "NONE",
        };
        if (Description is not null)
            answer[nameof(Description)] = Description;
        if (Start is { } start)
            answer["StartDate"] = Seconds(start);
        if (End is { } end)
            answer["EndDate"] = Seconds(end);
        if (KmsKeyArn is not null)
            answer[nameof(KmsKeyArn)] = KmsKeyArn;
        return answer;
    }

    /// <summary>A moment, as the protocol has it.</summary>
    public static JsonNode Seconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds() / 1000m;
}
