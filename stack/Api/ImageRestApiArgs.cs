using ImageService.Handlers.Routing;
using ImageService.Stack.Functions;
using ImageService.Stack.Settings;

namespace ImageService.Stack.Api;

/// <summary>The arguments of <see cref="ImageRestApi"/>.</summary>
public sealed class ImageRestApiArgs : ResourceArgs
{
    /// <summary>Name, stage, limits, keys and logs.</summary>
    public required ApiSettings Settings { get; init; }

    /// <summary>The routes that become resources and methods; those of a path share a resource.</summary>
    public required IReadOnlyList<Route> Routes { get; init; }

    /// <summary>The function that each route invokes, by its operation.</summary>
    public required IReadOnlyDictionary<Operation, OperationFunction> Functions { get; init; }
}
