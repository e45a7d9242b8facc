namespace ImageService.Handlers.Collecting;

/// <summary>What one run of the collector does.</summary>
public sealed record CollectorOptions
{
    /// <summary>
    /// The age from which on an object without an item is garbage: twice as long as an id may still become that of an image, so a
    /// running service can never miss what was removed.
    /// </summary>
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Whether it only tells what it would remove.</summary>
    public bool DryRun { get; init; }

    /// <summary>The age of garbage. Less than a <see cref="Day"/> is for data that no service works on.</summary>
    public TimeSpan Age { get; init; } = Day;

    /// <summary>How many objects are looked at together: S3 lists 1,000 at most.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>Hears of each object that was removed, or would be.</summary>
    public Action<StoredObject> Removed { get; init; } = _ => { };
}
