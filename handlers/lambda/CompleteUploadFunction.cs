using ImageService.Handlers;
using ImageService.Handlers.Routing;

namespace ImageService.Lambda;

/// <summary>Makes an image of an upload: <c>POST /uploads/{id}/complete</c>.</summary>
/// <param name="settings">The bucket, the table and where they are.</param>
/// <param name="options">The rest of its surroundings.</param>
public sealed class CompleteUploadFunction(Settings settings, FunctionOptions options)
    : ProxyFunction(Operation.CompleteUpload, settings, options)
{
    /// <summary>As Lambda makes it: from the environment.</summary>
    public CompleteUploadFunction()
        : this(Settings.FromEnvironment(), new FunctionOptions())
    {
    }
}
