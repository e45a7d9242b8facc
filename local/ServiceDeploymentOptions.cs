using ImageService.Handlers;
using ImageService.Handlers.Routing;

namespace ImageService.Local;

/// <summary>How the service is deployed to an embedded cloud.</summary>
public sealed record ServiceDeploymentOptions
{
    /// <summary>The origin whose pages may read the answers.</summary>
    public string CorsOrigin { get; init; } = "*";

    /// <summary>See <see cref="Settings.ListShards"/>.</summary>
    public int ListShards { get; init; } = 1;

    /// <summary>See <see cref="Settings.VariantMaxPixels"/>.</summary>
    public long VariantMaxPixels { get; init; } = Settings.DefaultVariantMaxPixels;

    /// <summary>See <see cref="Settings.VariantMaxBytes"/>.</summary>
    public long VariantMaxBytes { get; init; } = Settings.DefaultVariantMaxBytes;

    /// <summary>See <see cref="Settings.OnLocalStack"/>.</summary>
    public bool OnLocalStack { get; init; }

    /// <summary>The API keys of which requests need one; empty where they need none.</summary>
    public IReadOnlyList<string> ApiKeys { get; init; } = [];

    /// <summary>What each key may send.</summary>
    public UsageLimit RequestLimit { get; init; } = UsageLimit.Default;

    /// <summary>What each key may send to <see cref="Operation.CreateUpload"/>.</summary>
    public UsageLimit UploadLimit { get; init; } = UsageLimit.DefaultOfUploads;

    /// <summary>The clock of ids, times and deadlines.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the functions log what went wrong.</summary>
    public TextWriter Log { get; init; } = TextWriter.Null;

    /// <summary>Hears of the length of each body that has been dealt with.</summary>
    public Action<int> Answered { get; init; } = _ => { };
}
