using EmbeddedAws.Host;

namespace ImageService.E2E.Crashes;

/// <summary>What goes wrong at a call to AWS.</summary>
/// <param name="Name">The heading of its column.</param>
/// <param name="Make">Makes the fault for one request; null where the process is killed instead.</param>
/// <param name="Afterwards">Whether a process is killed after the call was carried out.</param>
internal sealed record CrashFault(string Name, Func<AwsFault>? Make, bool Afterwards = false)
{
    public static IReadOnlyList<CrashFault> All { get; } =
    [
        new("fails", () => new AwsFault.Error(500, "InternalError")),
        new("answer lost", () => new AwsFault.LoseAnswer()),
        new("too late", () => new AwsFault.Hold()),
        new("done, too late", () => new AwsFault.Hold(Afterwards: true)),
        new("throttled", () => new AwsFault.Error(400, "ThrottlingException")),
        new("cut off", () => new AwsFault.CutBody()),
        new("killed before", null),
        new("killed after", null, Afterwards: true),
    ];
}
