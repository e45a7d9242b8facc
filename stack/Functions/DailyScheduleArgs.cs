namespace ImageService.Stack.Functions;

/// <summary>What <see cref="DailySchedule"/> is made from.</summary>
public sealed class DailyScheduleArgs : ResourceArgs
{
    /// <summary>What the schedule is called.</summary>
    public required string Name { get; init; }

    /// <summary>The ARN of the function.</summary>
    [Input("functionArn", required: true)]
    public required Input<string> FunctionArn { get; init; }
}
