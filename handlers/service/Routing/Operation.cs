namespace ImageService.Handlers.Routing;

/// <summary>What the API can do. On AWS each is a separate function, except those that share a route: see <see cref="RouteTable.Functions"/>.</summary>
public enum Operation
{
    /// <summary>Stores an image.</summary>
    UploadImage,

    /// <summary>Lists images, newest first or by file name.</summary>
    ListImages,

    /// <summary>Answers an image's metadata.</summary>
    GetImage,

    /// <summary>Answers the bytes of an image, a range of them, or where they are.</summary>
    DownloadImage,

    /// <summary>Answers a URL of the bytes of an image.</summary>
    GetDownloadUrl,

    /// <summary>Changes what is said about an image.</summary>
    UpdateImage,

    /// <summary>Deletes an image.</summary>
    DeleteImage,

    /// <summary>Deletes several images.</summary>
    DeleteImages,

    /// <summary>Answers a smaller or converted picture of an image.</summary>
    RenderImage,

    /// <summary>Takes in the description of a large image, and answers a URL that its bytes go to.</summary>
    CreateUpload,

    /// <summary>Makes an image of an upload whose bytes are there.</summary>
    CompleteUpload,

    /// <summary>Answers the description of the API.</summary>
    GetOpenApi,

    /// <summary>Answers the page on which people use the API.</summary>
    GetGallery,

    /// <summary>Answers every request that is for no other operation: 404, 405 and the CORS preflight.</summary>
    Fallback,
}
