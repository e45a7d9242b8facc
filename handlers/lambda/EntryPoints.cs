using ImageService.Handlers;
using ImageService.Handlers.Routing;

namespace ImageService.Lambda;

// The functions that are deployed. Lambda makes an instance of the class that a handler string names, from its environment.

/// <summary><c>POST /images</c>: stores an image.</summary>
/// <param name="settings">The configuration of the service.</param>
/// <param name="options">What a test or another host gives it: the clock, credentials, and where its log goes.</param>
public sealed class UploadImageFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.UploadImage, settings, options)
{
    /// <summary>As Lambda makes it: with the settings from the environment. One that is missing or malformed ends the process, with its name.</summary>
    public UploadImageFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>GET /images</c>: lists images.</summary>
/// <param name="settings">The configuration of the service.</param>
/// <param name="options">What a test or another host gives it: the clock, credentials, and where its log goes.</param>
public sealed class ListImagesFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.ListImages, settings, options)
{
    /// <summary>As Lambda makes it: with the settings from the environment. One that is missing or malformed ends the process, with its name.</summary>
    public ListImagesFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>GET /images/{id}</c>: describes or downloads an image, or answers a URL of its bytes.</summary>
/// <param name="settings">The configuration of the service.</param>
/// <param name="options">What a test or another host gives it: the clock, credentials, and where its log goes.</param>
public sealed class GetImageFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.GetImage, settings, options)
{
    /// <summary>As Lambda makes it: with the settings from the environment. One that is missing or malformed ends the process, with its name.</summary>
    public GetImageFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>PATCH /images/{id}</c>: changes file name, owner or metadata of an image.</summary>
/// <param name="settings">The configuration of the service.</param>
/// <param name="options">What a test or another host gives it: the clock, credentials, and where its log goes.</param>
public sealed class UpdateImageFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.UpdateImage, settings, options)
{
    /// <summary>As Lambda makes it: with the settings from the environment. One that is missing or malformed ends the process, with its name.</summary>
    public UpdateImageFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>DELETE /images/{id}</c>: deletes an image.</summary>
/// <param name="settings">The configuration of the service.</param>
/// <param name="options">What a test or another host gives it: the clock, credentials, and where its log goes.</param>
public sealed class DeleteImageFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.DeleteImage, settings, options)
{
    /// <summary>As Lambda makes it: with the settings from the environment. One that is missing or malformed ends the process, with its name.</summary>
    public DeleteImageFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>POST /images/delete</c>: deletes several images.</summary>
/// <param name="settings">The configuration of the service.</param>
/// <param name="options">What a test or another host gives it: the clock, credentials, and where its log goes.</param>
public sealed class DeleteImagesFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.DeleteImages, settings, options)
{
    /// <summary>As Lambda makes it: with the settings from the environment. One that is missing or malformed ends the process, with its name.</summary>
    public DeleteImagesFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>POST /uploads</c>: answers a URL for the bytes of a large image.</summary>
/// <param name="settings">The configuration of the service.</param>
/// <param name="options">What a test or another host gives it: the clock, credentials, and where its log goes.</param>
public sealed class CreateUploadFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.CreateUpload, settings, options)
{
    /// <summary>As Lambda makes it: with the settings from the environment. One that is missing or malformed ends the process, with its name.</summary>
    public CreateUploadFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>POST /uploads/{id}/complete</c>: makes an image from a completed upload.</summary>
/// <param name="settings">The configuration of the service.</param>
/// <param name="options">What a test or another host gives it: the clock, credentials, and where its log goes.</param>
public sealed class CompleteUploadFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.CompleteUpload, settings, options)
{
    /// <summary>As Lambda makes it: with the settings from the environment. One that is missing or malformed ends the process, with its name.</summary>
    public CompleteUploadFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>GET /openapi.json</c>: describes the API.</summary>
/// <param name="settings">The configuration of the service.</param>
/// <param name="options">What a test or another host gives it: the clock, credentials, and where its log goes.</param>
public sealed class GetOpenApiFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.GetOpenApi, settings, options)
{
    /// <summary>As Lambda makes it: with the settings from the environment. One that is missing or malformed ends the process, with its name.</summary>
    public GetOpenApiFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>GET /</c>: answers the gallery.</summary>
/// <param name="settings">The configuration of the service.</param>
/// <param name="options">What a test or another host gives it: the clock, credentials, and where its log goes.</param>
public sealed class GetGalleryFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.GetGallery, settings, options)
{
    /// <summary>As Lambda makes it: with the settings from the environment. One that is missing or malformed ends the process, with its name.</summary>
    public GetGalleryFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>ANY</c> on every path: answers what no other function does, with 404, 405 or the CORS preflight.</summary>
/// <param name="settings">The configuration of the service.</param>
/// <param name="options">What a test or another host gives it: the clock, credentials, and where its log goes.</param>
public sealed class FallbackFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.Fallback, settings, options)
{
    /// <summary>As Lambda makes it: with the settings from the environment. One that is missing or malformed ends the process, with its name.</summary>
    public FallbackFunction() : this(Settings.FromEnvironment(), new()) { }
}
