namespace ImageService.Bench.ColdStarts;

/// <summary>What was seen of a function that was started for an invocation.</summary>
/// <param name="First">From the start of its process to its first answer, in milliseconds.</param>
/// <param name="Warm">The answer after that.</param>
/// <param name="Memory">What its process took, in MB.</param>
/// <param name="Status">The status code of its answer.</param>
internal sealed record ColdStart(double First, double Warm, int Memory, int Status);
