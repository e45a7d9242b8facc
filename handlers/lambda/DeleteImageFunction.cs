using ImageService.Handlers;
using ImageService.Handlers.Routing;

namespace ImageService.Lambda;

/// <summary>Deletes an image: <c>DELETE /images/{id}</c>.</summary>
/// <param name="settings">The bucket, the table and where they are.</param>
/// <param name="options">The rest of its surroundings.</param>
public sealed class DeleteImageFunction(Settings settings, FunctionOptions options)
    : ProxyFunction(Operation.DeleteImage, settings, options)
{
    /// <summary>As Lambda makes it: from the environment.</summary>
    public DeleteImageFunction()
        : this(Settings.FromEnvironment(), new FunctionOptions())
    {
    }
}
