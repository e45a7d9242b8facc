namespace ImageService.Lambda.Logging;

/// <summary>Metrics of one thing.</summary>
/// <param name="Dimension">What kind of thing: <c>Operation</c>.</param>
/// <param name="Of">Its name: <c>downloadImage</c>.</param>
/// <param name="Metrics">The metrics.</param>
internal readonly record struct DimensionedMetrics(string Dimension, string Of, IReadOnlyList<Metric> Metrics);
