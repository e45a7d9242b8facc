using ImageService.Handlers;
using ImageService.Handlers.Routing;

namespace ImageService.Lambda;

/// <summary>Lists images: <c>GET /images</c>.</summary>
/// <param name="settings">The bucket, the table and where they are.</param>
/// <param name="options">The rest of its surroundings.</param>
public sealed class ListImagesFunction(Settings settings, FunctionOptions options)
    : ProxyFunction(Operation.ListImages, settings, options)
{
    /// <summary>As Lambda makes it: from the environment.</summary>
    public ListImagesFunction()
        : this(Settings.FromEnvironment(), new FunctionOptions())
    {
    }
}
