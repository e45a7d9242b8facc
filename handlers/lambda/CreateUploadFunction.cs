using ImageService.Handlers;
using ImageService.Handlers.Routing;

namespace ImageService.Lambda;

/// <summary>Makes a URL for the bytes of a large image: <c>POST /uploads</c>.</summary>
/// <param name="settings">The bucket, the table and where they are.</param>
/// <param name="options">The rest of its surroundings.</param>
public sealed class CreateUploadFunction(Settings settings, FunctionOptions options)
    : ProxyFunction(Operation.CreateUpload, settings, options)
{
    /// <summary>As Lambda makes it: from the environment.</summary>
    public CreateUploadFunction()
        : this(Settings.FromEnvironment(), new FunctionOptions())
    {
    }
}
