namespace ImageService.Bench.Throughput;

/// <summary>A sample, and what it is compared with.</summary>
/// <param name="Sample">What was measured.</param>
/// <param name="Floor">
/// The time in milliseconds with which its median is compared: that of the same call to a server that only reads and answers; for an operation of the API the
/// sum of its AWS calls and of an empty request. Null where there is nothing to compare.
/// </param>
/// <param name="Peer">The same call to another server; null where none was given.</param>
internal sealed record Comparison(Sample Sample, double? Floor, Sample? Peer)
{
    /// <summary>How many times as long it took as what it is compared with.</summary>
    public double? ToFloor => Sample.P50 / Floor;

    /// <summary>How many times as many were answered as by the other server.</summary>
    public double? ToPeer => Sample.PerSecond / Peer?.PerSecond;
}
