using ImageService.Handlers;
using ImageService.Handlers.Routing;

#pragma warning disable CS1591 // The summary of a class says all that there is to say of its constructors.

namespace ImageService.Lambda;

// The functions that are deployed. Lambda makes an instance of the class that a handler string names, from its environment.

/// <summary><c>POST /images</c>: stores an image.</summary>
public sealed class UploadImageFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.UploadImage, settings, options)
{
    public UploadImageFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>GET /images</c>: lists images.</summary>
public sealed class ListImagesFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.ListImages, settings, options)
{
    public ListImagesFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>GET /images/{id}</c>: describes or downloads an image, or answers a URL of its bytes.</summary>
public sealed class GetImageFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.GetImage, settings, options)
{
    public GetImageFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>PATCH /images/{id}</c>: changes what is said about an image.</summary>
public sealed class UpdateImageFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.UpdateImage, settings, options)
{
    public UpdateImageFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>DELETE /images/{id}</c>: deletes an image.</summary>
public sealed class DeleteImageFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.DeleteImage, settings, options)
{
    public DeleteImageFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>POST /images/delete</c>: deletes several images.</summary>
public sealed class DeleteImagesFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.DeleteImages, settings, options)
{
    public DeleteImagesFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>POST /uploads</c>: answers a URL for the bytes of a large image.</summary>
public sealed class CreateUploadFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.CreateUpload, settings, options)
{
    public CreateUploadFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>POST /uploads/{id}/complete</c>: makes an image of an upload.</summary>
public sealed class CompleteUploadFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.CompleteUpload, settings, options)
{
    public CompleteUploadFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>GET /openapi.json</c>: describes the API.</summary>
public sealed class GetOpenApiFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.GetOpenApi, settings, options)
{
    public GetOpenApiFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>GET /</c>: answers the page on which people use the API.</summary>
public sealed class GetGalleryFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.GetGallery, settings, options)
{
    public GetGalleryFunction() : this(Settings.FromEnvironment(), new()) { }
}

/// <summary><c>ANY</c> on every path: answers what no other function does, with 404, 405 or the CORS preflight.</summary>
public sealed class FallbackFunction(Settings settings, FunctionOptions options) : ProxyFunction(Operation.Fallback, settings, options)
{
    public FallbackFunction() : this(Settings.FromEnvironment(), new()) { }
}
