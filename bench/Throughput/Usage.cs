namespace ImageService.Bench.Throughput;

/// <summary>What a server has used since it was started.</summary>
/// <param name="CpuMilliseconds">CPU time.</param>
/// <param name="AllocatedBytes">Memory that it asked for, whether it is free again or not.</param>
internal sealed record Usage(double CpuMilliseconds, double AllocatedBytes)
{
    public static Usage operator -(Usage after, Usage before) => new(after.CpuMilliseconds - before.CpuMilliseconds, after.AllocatedBytes - before.AllocatedBytes);
}
