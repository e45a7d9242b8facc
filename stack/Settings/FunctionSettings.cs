namespace ImageService.Stack.Settings;

/// <summary>How each function is deployed.</summary>
public sealed record FunctionSettings
{
    /// <summary>What the names of the functions begin with.</summary>
    public required string Prefix { get; init; }

    /// <summary><c>arm64</c> or <c>x86_64</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>Whether the functions are native programs; otherwise they are assemblies, compiled ahead for <see cref="Architecture"/> (ReadyToRun).</summary>
    public bool IsNative { get; init; }

    /// <summary>A folder of native packages that were compiled before, <c>PACKAGE/ARCHITECTURE</c> in it; null compiles them.</summary>
    public string? NativePackages { get; init; }

    /// <summary>Whether the functions run on this machine.</summary>
    public bool RunsHere { get; init; }

    /// <summary>The memory in MB; the share of a CPU goes with it.</summary>
    public required int MemoryMegabytes { get; init; }

    /// <summary>What only the function of renderImage has.</summary>
    public required VariantSettings Variants { get; init; }

    /// <summary>When Lambda gives a request up.</summary>
    public required int TimeoutSeconds { get; init; }

    /// <summary>When Lambda gives a run of the collector up, which ends some seconds before.</summary>
    public required int CollectorTimeoutSeconds { get; init; }

    /// <summary>How many requests each function answers at once, set aside for it alone; null for what the account has left.</summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary>How long its log is kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether X-Ray traces its requests.</summary>
    public required bool Tracing { get; init; }

    /// <summary>Over how many partitions the indexes over all images are spread; never fewer than before.</summary>
    public int ListShards { get; init; } = 1;

    /// <summary>The origin whose pages may read the answers.</summary>
    public required string CorsOrigin { get; init; }

    /// <summary>Where clients reach S3 when it is not where the function does; null on AWS.</summary>
    public Uri? PublicS3Endpoint { get; init; }
}
