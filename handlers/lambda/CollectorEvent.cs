namespace ImageService.Lambda;

/// <summary>What <see cref="CollectGarbageFunction"/> is invoked with: <c>{}</c> by its schedule, or <c>{"dryRun":true}</c> by hand.</summary>
/// <param name="DryRun">Whether it only tells what it would remove.</param>
public sealed record CollectorEvent(bool DryRun = false);
