using ImageService.Handlers;
using ImageService.Handlers.Routing;

namespace ImageService.Lambda;

/// <summary>Describes or downloads an image, or answers a URL of its bytes: <c>GET /images/{id}</c>.</summary>
/// <param name="settings">The bucket, the table and where they are.</param>
/// <param name="options">The rest of its surroundings.</param>
public sealed class GetImageFunction(Settings settings, FunctionOptions options)
    : ProxyFunction(Operation.GetImage, settings, options)
{
    /// <summary>As Lambda makes it: from the environment.</summary>
    public GetImageFunction()
        : this(Settings.FromEnvironment(), new FunctionOptions())
    {
    }
}
