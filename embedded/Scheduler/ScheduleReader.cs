using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;

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
        _ = schedule.Next(now); // Says what is wrong with the expression before it is stored.
        return schedule;
    }

    /// <summary>The name of the schedule of a request.</summary>
    public static string NameIn(ControlRequest request) => request.RequiredText("Name") is var name && NameForm().IsMatch(name)
        ? name
        : throw request.Invalid($"Value '{name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [0-9a-zA-Z-_.]+");

    private static JsonObject Target(ControlRequest request, IamService iam)
    {
        var members = request.Within("Target", request.Structure("Target") ?? throw request.Invalid("Target is required."));
        var target = members.Members(KnownTargetMembers);
        members.Finish();
        if (members.Text("Arn")?.StartsWith(Arn.Of("lambda", "function:"), StringComparison.Ordinal) != true)
            throw request.Invalid($"Provided Arn is not in correct format, or not of what the embedded cloud supports as a target: {Arn.Of("lambda", "function:…")}.");
        if (members.Text("RoleArn") is not { } role || ScheduleTarget.RoleOf(iam, role) is null)
            throw request.Invalid("The execution role you provide must allow AWS EventBridge Scheduler to assume the role.");
        _ = members.Text("Input");
        var retry = members.Within("RetryPolicy", members.Structure("RetryPolicy") ?? []);
        target["RetryPolicy"] = new JsonObject
        {
            ["MaximumEventAgeInSeconds"] = Number(retry, "MaximumEventAgeInSeconds", 60, 86400) ?? 86400,
            ["MaximumRetryAttempts"] = Number(retry, "MaximumRetryAttempts", 0, 185) ?? 185,
        };
        retry.Finish();
        return target;
    }

    private static JsonObject Window(ControlRequest request)
    {
        var window = request.Within("FlexibleTimeWindow", request.Structure("FlexibleTimeWindow") ?? throw request.Invalid("FlexibleTimeWindow is required."));
        if (window.Text("Mode") is not ("OFF" or "FLEXIBLE"))
            throw request.Invalid("FlexibleTimeWindow.Mode is OFF or FLEXIBLE.");
        _ = Number(window, "MaximumWindowInMinutes", 1, 1440);
        window.Finish();
        return window.Members("Mode", "MaximumWindowInMinutes");
    }

    private static int? Number(ControlRequest request, string member, int least, int most) => request.Number(member) is var number && number is null || (number >= least && number <= most)
        ? number
        : throw request.Invalid($"Value '{number}' at '{member}' failed to satisfy constraint: Member must be from {least} to {most}");

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
