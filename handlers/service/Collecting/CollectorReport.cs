using System.Text.Json.Serialization;

namespace ImageService.Handlers.Collecting;

/// <summary>What a run of the collector did, or would have done.</summary>
public sealed class CollectorReport
{
    /// <summary>Whether it only tells what it would remove.</summary>
    public bool DryRun { get; internal set; }

    /// <summary>How many objects it looked at.</summary>
    public int Objects { get; internal set; }

    /// <summary>How many objects of images it removed.</summary>
    public int Images { get; internal set; }

    /// <summary>How many variants it removed.</summary>
    public int Variants { get; internal set; }

    /// <summary>The bytes of all that it removed.</summary>
    public long Bytes { get; internal set; }

    /// <summary>How many keys are not the service's: they stay.</summary>
    public int Foreign { get; internal set; }

    /// <summary>How many objects were replaced, or gone, when they were to be removed.</summary>
    public int Changed { get; internal set; }

    /// <summary>How many objects could not be removed.</summary>
    public int Failed { get; internal set; }

    /// <summary>Whether it came to the end of the bucket.</summary>
    public bool IsComplete { get; internal set; }

    /// <summary>The key after which the next run goes on; null for the beginning of the bucket.</summary>
    public string? StoppedAfter { get; internal set; }

    /// <summary>What went wrong first; null when nothing did.</summary>
    [JsonIgnore]
    public Exception? Failure { get; internal set; }
}
