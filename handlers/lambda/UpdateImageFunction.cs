using ImageService.Handlers;
using ImageService.Handlers.Routing;

namespace ImageService.Lambda;

/// <summary>Changes what is said about an image: <c>PATCH /images/{id}</c>.</summary>
/// <param name="settings">The bucket, the table and where they are.</param>
/// <param name="options">The rest of its surroundings.</param>
public sealed class UpdateImageFunction(Settings settings, FunctionOptions options)
    : ProxyFunction(Operation.UpdateImage, settings, options)
{
    /// <summary>As Lambda makes it: from the environment.</summary>
    public UpdateImageFunction()
        : this(Settings.FromEnvironment(), new FunctionOptions())
    {
    }
}
