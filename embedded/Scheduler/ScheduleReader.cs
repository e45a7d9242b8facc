using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;
using EmbeddedAws.Scheduler.Expressions;

namespace EmbeddedAws.Scheduler;

/// <summary>A schedule, as CreateSchedule and UpdateSchedule send it: what is not given is as if it had never been.</summary>
internal static partial class ScheduleReader
{
    private static readonly string[] KnownTargetMembers = ["Arn", "RoleArn", "Input", "RetryPolicy"];

    public static Schedule Read(ControlRequest request, IamService iam, DateTimeOffset now)
    {
        var name = NameIn(request);
        if (request.Text("GroupName") is { Length: > 0 } group && group != Schedule.Group)
            throw new AwsException(404, "ResourceNotFoundException", $"Schedule group {group} does not exist.");
        var schedule = new Schedule(name, now)
        {
            Modified = now,
            Expression = request.RequiredText("ScheduleExpression"),
            Timezone = request.Text("ScheduleExpressionTimezone") is { Length: > 0 } timezone ? timezone : "UTC",
            IsEnabled = Choice(request, "State", "ENABLED", "DISABLED") == "ENABLED",
            Description = request.Text("Description") is { Length: > 0 } description ? description : null,
            Start = Moment(request, "StartDate"),
            End = Moment(request, "EndDate"),
            GoesAfterCompletion = Choice(request, "ActionAfterCompletion", "NONE", "DELETE") == "DELETE",
            KmsKeyArn = request.Text("KmsKeyArn") is { Length: > 0 } key ? key : null,
            Target = Target(request, iam).ToJsonString(),
            FlexibleTimeWindow = Window(request).ToJsonString(),
        };
        _ = request.Text("ClientToken"); // A second request with it finds the schedule that the first has made.
        ScheduleExpression.Parse(schedule.Expression, schedule.Timezone);
        return schedule;
    }

    /// <summary>The name of the schedule of a request.</summary>
    public static string NameIn(ControlRequest request) => request.RequiredText("Name") is var name && NameForm().IsMatch(name)
        ? name
        : throw request.Invalid($"Value '{name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [0-9a-zA-Z-_.]+");

    private static JsonObject Target(ControlRequest request, IamService iam)
    {
        var target = (JsonObject)(request.Structure("Target") ?? throw request.Invalid("Target is required.")).DeepClone();
        if (target.FirstOrDefault(member => !KnownTargetMembers.Contains(member.Key) && member.Value is not null) is { Key: { } other })
            throw request.Invalid($"The embedded cloud does not support {other} of a target.");
        if (target["Arn"] is not JsonValue arn || !arn.TryGetValue(out string? function) || !function.StartsWith(Arn.Of("lambda", "function:"), StringComparison.Ordinal))
            throw request.Invalid($"Provided Arn is not in correct format, or not of what the embedded cloud supports as a target: {Arn.Of("lambda", "function:…")}.");
        if (target["Input"] is { } input && !(input is JsonValue text && text.TryGetValue(out string? _)))
            throw request.Invalid("Target.Input must be a string.");
        if (target["RoleArn"] is not JsonValue role || !role.TryGetValue(out string? roleArn) || ScheduleTarget.RoleOf(iam, roleArn) is null)
            throw request.Invalid("The execution role you provide must allow AWS EventBridge Scheduler to assume the role.");
        target["RetryPolicy"] ??= new JsonObject { ["MaximumEventAgeInSeconds"] = 86400, ["MaximumRetryAttempts"] = 185 };
        return target;
    }

    private static JsonObject Window(ControlRequest request)
    {
        var window = (JsonObject)(request.Structure("FlexibleTimeWindow") ?? throw request.Invalid("FlexibleTimeWindow is required.")).DeepClone();
        return (string?)window["Mode"] is "OFF" or "FLEXIBLE" ? window : throw request.Invalid("FlexibleTimeWindow.Mode is OFF or FLEXIBLE.");
    }

    private static string Choice(ControlRequest request, string member, string standard, string other) => request.Text(member) switch
    {
        null or "" => standard,
        var text when text == standard || text == other => text,
        var text => throw request.Invalid($"Value '{text}' at '{member}' failed to satisfy constraint: Member must satisfy enum value set: [{standard}, {other}]"),
    };

    /// <summary>Clients write a moment as seconds since 1970.</summary>
    private static DateTimeOffset? Moment(ControlRequest request, string member) => request.Node(member) switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out decimal seconds) && seconds is >= 0 and < 100_000_000_000 => DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)),
        JsonValue value when value.TryGetValue(out string? text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => moment,
        _ => throw request.Invalid($"{member} must be a timestamp."),
    };

    [GeneratedRegex(@"\A[0-9a-zA-Z_.-]{1,64}\z")]
    private static partial Regex NameForm();
}
