namespace EmbeddedAws.Logs.Storage;

/// <summary>An event of a log.</summary>
/// <param name="Stream">The stream that it is in.</param>
/// <param name="Timestamp">When it was, in milliseconds since 1970.</param>
/// <param name="Message">What it says.</param>
internal sealed record LogEvent(string Stream, long Timestamp, string Message)
{
    /// <summary>Its place among all events.</summary>
    public long Id { get; init; }

    /// <summary>When it was stored, in milliseconds since 1970.</summary>
    public long Ingested { get; init; }
}
