namespace ImageService.Bench.Throughput;

/// <summary>What one operation did under one load.</summary>
/// <param name="Operation">The operation: <c>S3 PutObject 100 KB</c>.</param>
/// <param name="Connections">How many clients sent it, each one request after another.</param>
/// <param name="PerSecond">How many were answered in a second.</param>
/// <param name="P50">The time in milliseconds that half of them took at most.</param>
/// <param name="P99">The time in milliseconds that 99 of 100 took at most.</param>
/// <param name="CpuMilliseconds">The CPU time that the server took for one; null where it is not ours to ask.</param>
/// <param name="AllocatedBytes">The bytes that the server allocated for one; null likewise.</param>
internal sealed record Sample(string Operation, int Connections, double PerSecond, double P50, double P99, double? CpuMilliseconds, double? AllocatedBytes);
