using EmbeddedAws.Host;

namespace ImageService.E2E.Crashes;

/// <summary>What goes wrong at a call to AWS.</summary>
/// <param name="Name">The heading of its column.</param>
/// <param name="Make">Makes the fault for one request; null where the process is killed instead.</param>
/// <param name="Afterwards">Whether the call is carried out before.</param>
internal sealed record CrashFault(string Name, Func<AwsFault>? Make, bool Afterwards = false)
{
    public static IReadOnlyList<CrashFault> All { get; } =
    [
        new("fails", () => new AwsFault.Error(500, "InternalError")),
        new("answer lost", () => new AwsFault.LoseAnswer(), Afterwards: true),
        new("too late", () => new AwsFault.Hold()),
        new("done, too late", () => new AwsFault.Hold(Afterwards: true), Afterwards: true),
        new("throttled", () => new AwsFault.Error(400, "ThrottlingException")),
        new("cut off", () => new AwsFault.CutBody(), Afterwards: true),
        new("killed before", null),
        new("killed after", null, Afterwards: true),
    ];

    /// <summary>The one that a quick run tries at a call: in turn, so that each fault has its calls.</summary>
    public static CrashFault OneOf(int turn) => All[turn % All.Count(fault => fault.Make is not null)];

    /// <summary>The one that costs a process for which a quick run has the time.</summary>
    public static CrashFault Kill => All[^1];
}
