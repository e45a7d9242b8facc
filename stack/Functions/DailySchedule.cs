using ImageService.Stack.Policies;
using Pulumi.Aws.Scheduler.Inputs;
using static ImageService.Stack.Policies.Statement;

namespace ImageService.Stack.Functions;

/// <summary>Calls a function once a day, under a role that may do that alone.</summary>
public sealed class DailySchedule : ComponentResource
{
    /// <summary>Declares the schedule.</summary>
    public DailySchedule(string name, DailyScheduleArgs args, ComponentResourceOptions? options = null)
        : base("image-service:functions:DailySchedule", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var role = new Aws.Iam.Role($"{name}-schedule-role", new() { AssumeRolePolicy = Policy.AssumedBy("scheduler.amazonaws.com") }, child);
        var grant = new Aws.Iam.RolePolicy(
            $"{name}-schedule-invoke",
            // By its name, which is known before there is a function.
            new() { Role = role.Name, Policy = Policy.Of(Allow("lambda:InvokeFunction", $"arn:aws:lambda:*:*:function:{args.FunctionName}")) },
            child);
        _ = new Aws.Scheduler.Schedule(
            $"{name}-schedule",
            new()
            {
                Name = args.FunctionName,
                Description = "Removes objects that belong to no image.",
                ScheduleExpression = "rate(1 day)",
                FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
                Target = new ScheduleTargetArgs { Arn = args.FunctionArn, RoleArn = role.Arn, Input = "{}" },
            },
            new() { Parent = this, DependsOn = grant });
        RegisterOutputs();
    }
}
