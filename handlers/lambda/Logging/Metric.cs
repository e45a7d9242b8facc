namespace ImageService.Lambda.Logging;

/// <summary>A metric of CloudWatch.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit: <c>Count</c>, <c>Bytes</c>, <c>Milliseconds</c>.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct Metric(string Name, string Unit, double Value);
