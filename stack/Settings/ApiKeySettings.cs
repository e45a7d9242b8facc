using ImageService.Handlers.Routing;

namespace ImageService.Stack.Settings;

/// <summary>What the holder of an API key may send.</summary>
public sealed record ApiKeySettings
{
    /// <summary>How many requests to all methods.</summary>
    public required UsageLimit Requests { get; init; }

    /// <summary>How many to createUpload, which are counted apart.</summary>
    public required UsageLimit Uploads { get; init; }
}
