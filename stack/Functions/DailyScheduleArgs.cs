namespace ImageService.Stack.Functions;

/// <summary>What <see cref="DailySchedule"/> is made from.</summary>
public sealed class DailyScheduleArgs : ResourceArgs
{
    /// <summary>The name of the function, which the schedule has as well.</summary>
    public required string FunctionName { get; init; }

    /// <summary>The ARN of the function.</summary>
    [Input("functionArn", required: true)]
    public required Input<string> FunctionArn { get; init; }
}
