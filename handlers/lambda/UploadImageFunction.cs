using ImageService.Handlers;
using ImageService.Handlers.Routing;

namespace ImageService.Lambda;

/// <summary>Stores an image: <c>POST /images</c>.</summary>
/// <param name="settings">The bucket, the table and where they are.</param>
/// <param name="options">The rest of its surroundings.</param>
public sealed class UploadImageFunction(Settings settings, FunctionOptions options)
    : ProxyFunction(Operation.UploadImage, settings, options)
{
    /// <summary>As Lambda makes it: from the environment.</summary>
    public UploadImageFunction()
        : this(Settings.FromEnvironment(), new FunctionOptions())
    {
    }
}
