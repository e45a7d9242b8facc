namespace ImageService.Handlers.Collecting;

/// <summary>What became of an object that was to be removed.</summary>
/// <param name="Object">The object.</param>
/// <param name="IsRemoved">Whether it was; where nothing failed, it was not there as it had been listed.</param>
/// <param name="Failure">Why it could not be removed; null when nothing failed.</param>
internal sealed record Removal(StoredObject Object, bool IsRemoved, Exception? Failure = null)
{
    public void AddTo(CollectorReport report)
    {
        report.Failure ??= Failure;
        if (Failure is not null)
        {
            report.Failed++;
        }
        else if (!IsRemoved)
        {
            report.Changed++;
        }
        else
        {
            report.Images += Object.IsVariant ? 0 : 1;
            report.Variants += Object.IsVariant ? 1 : 0;
            report.Bytes += Object.Size;
        }
    }
}
