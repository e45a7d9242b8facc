using System.Text;

namespace EmbeddedAws.Logs.Storage;

/// <summary>An event of a log.</summary>
/// <param name="Stream">The stream that it is in.</param>
/// <param name="Timestamp">When it was, in milliseconds since 1970.</param>
/// <param name="Message">What it says.</param>
internal sealed record LogEvent(string Stream, long Timestamp, string Message)
{
    /// <summary>What AWS counts in addition to its message.</summary>
    public const int Overhead = 26;

    /// <summary>Its place among all events.</summary>
    public long Id { get; init; }

    public EventPlace Place => new(Timestamp, Id);

    /// <summary>What AWS counts for it: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html.</summary>
    public int Bytes => Encoding.UTF8.GetByteCount(Message) + Overhead;

    /// <summary>When it was stored, in milliseconds since 1970.</summary>
    public long Ingested { get; init; }
}
