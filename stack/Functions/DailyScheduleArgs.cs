namespace ImageService.Stack.Functions;

/// <summary>The arguments of <see cref="DailySchedule"/>.</summary>
public sealed class DailyScheduleArgs : ResourceArgs
{
    /// <summary>The name of the function, which the schedule has as well.</summary>
    public required string FunctionName { get; init; }

    /// <summary>The function that is called once a day.</summary>
    [Input("functionArn", required: true)]
    public required Input<string> FunctionArn { get; init; }
}
