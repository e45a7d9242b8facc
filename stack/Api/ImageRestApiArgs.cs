using ImageService.Handlers.Routing;
using ImageService.Stack.Functions;
using ImageService.Stack.Settings;

namespace ImageService.Stack.Api;

/// <summary>What <see cref="ImageRestApi"/> is made from.</summary>
public sealed class ImageRestApiArgs : ResourceArgs
{
    /// <summary>How it is deployed.</summary>
    public required ApiSettings Settings { get; init; }

    /// <summary>Its routes.</summary>
    public required IReadOnlyList<Route> Routes { get; init; }

    /// <summary>The function of each operation.</summary>
    public required IReadOnlyDictionary<Operation, OperationFunction> Functions { get; init; }
}
