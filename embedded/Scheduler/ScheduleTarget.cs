using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Host;
using EmbeddedAws.Iam;
using EmbeddedAws.Lambda;

namespace EmbeddedAws.Scheduler;

/// <summary>Invokes the function of a schedule, as the role that the schedule names. Failures are written to the standard error, since no caller waits.</summary>
internal sealed class ScheduleTarget(IamService iam, AsyncInvocations invocations, TextWriter errors)
{
    private const string Principal = "scheduler.amazonaws.com";

    private static readonly Dictionary<string, string> NoContext = [];

    /// <summary>The role that a request gives to the scheduler.</summary>
    public static PassedRole? PassedRole(ControlRequest request) =>
        request.Structure("Target") is { } target && request.Within("Target", target).Text("RoleArn") is { } role ? new PassedRole(role, Principal) : null;

    /// <summary>The role with an ARN; null where there is none that the scheduler may take on.</summary>
    public static IamRole? RoleOf(IamService iam, string arn) => iam.AssumedRole(arn, Principal);

    /// <summary>Invokes it.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="moment">When it was to run.</param>
    public void Invoke(Schedule schedule, DateTimeOffset moment)
    {
        var target = JsonNode.Parse(schedule.Target)!;
        var (function, roleArn) = ((string)target["Arn"]!, (string)target["RoleArn"]!);
        if (RoleOf(iam, roleArn)?.MayCall("lambda:InvokeFunction", function, NoContext) != true)
        {
            errors.WriteLine(LogText.Line($"The schedule {schedule.Name} did not run: {roleArn} is not allowed to perform lambda:InvokeFunction on {function}."));
            return;
        }

        try
        {
            invocations.Add(function, Encoding.UTF8.GetBytes(Event((string?)target["Input"], schedule, moment)));
        }
        catch (AwsException refusal)
        {
            errors.WriteLine($"The schedule {schedule.Name} did not run: {LogText.Line(refusal.Message)}");
        }
    }

    /// <summary>https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html</summary>
    private static string Event(string? input, Schedule schedule, DateTimeOffset moment)
    {
        var (time, id) = (moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), Guid.NewGuid().ToString());
        return input?
            .Replace("<aws.scheduler.schedule-arn>", schedule.Arn, StringComparison.Ordinal)
            .Replace("<aws.scheduler.scheduled-time>", time, StringComparison.Ordinal)
            .Replace("<aws.scheduler.execution-id>", id, StringComparison.Ordinal)
            .Replace("<aws.scheduler.attempt-number>", "1", StringComparison.Ordinal)
            ?? new JsonObject
            {
                ["version"] = "0",
                ["id"] = id,
                ["detail-type"] = "Scheduled Event",
                ["source"] = "aws.scheduler",
                ["account"] = Arn.Account,
                ["time"] = time,
                ["region"] = Arn.Region,
                ["resources"] = new JsonArray(schedule.Arn),
                ["detail"] = "{}",
            }.ToJsonString();
    }
}
