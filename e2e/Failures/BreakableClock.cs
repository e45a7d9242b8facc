namespace ImageService.E2E.Failures;

/// <summary>The clock of a function, which a test can break: every other unexpected failure of a function looks the same.</summary>
internal sealed class BreakableClock : TimeProvider
{
    /// <summary>Where it breaks; it works until this is set.</summary>
    public Breakage Breakage { get; set; }

    public override long GetTimestamp() => Breakage == Breakage.BeforeTheOperation ? throw Broken() : base.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Breakage == Breakage.InsideTheOperation ? throw Broken() : base.CreateTimer(callback, state, dueTime, period);

    private static InvalidOperationException Broken() => new("This clock is broken: a secret.");
}

/// <summary>Where a function breaks.</summary>
internal enum Breakage
{
    None,

    /// <summary>Where a failure becomes an answer.</summary>
    InsideTheOperation,

    /// <summary>Where nothing catches it: the function crashes.</summary>
    BeforeTheOperation,
}
