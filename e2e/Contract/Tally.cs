namespace ImageService.E2E.Contract;

/// <summary>How often something was answered, and how long it took at most.</summary>
internal sealed class Tally
{
    private readonly Lock _gate = new();

    public int Calls { get; private set; }

    public TimeSpan Slowest { get; private set; }

    public void Add(TimeSpan elapsed)
    {
        lock (_gate)
        {
            Calls++;
            Slowest = elapsed > Slowest ? elapsed : Slowest;
        }
    }
}
