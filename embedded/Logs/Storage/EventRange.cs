namespace EmbeddedAws.Logs.Storage;

/// <summary>Which events of a group are read.</summary>
/// <param name="From">The earliest time, in milliseconds since 1970.</param>
/// <param name="To">The time before which they are.</param>
internal sealed record EventRange(long From, long To)
{
    /// <summary>The place that they are after (before, where they are read backwards).</summary>
    public EventPlace? Beyond { get; init; }

    /// <summary>The stream, or null for all.</summary>
    public string? Stream { get; init; }

    public bool IsBackwards { get; init; }
}
