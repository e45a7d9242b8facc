using ImageService.Handlers.Http;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Operations;

/// <summary>Answers that show an image.</summary>
internal static class ImageAnswer
{
    /// <summary>200 for an image that is there.</summary>
    public static Response Ok(Image image) => Of(200, image);

    /// <summary>201 for a new image, with the way to it.</summary>
    public static Response Created(Image image, Request request)
    {
        var response = Of(201, image);
        response.Headers["Location"] = Location(image.Id, request);
        return response;
    }

    /// <summary>Relative to the request's own path, since no function knows the outer URL: one step up for each segment but the last.</summary>
    public static string Location(string id, Request request) =>
        string.Concat(Enumerable.Repeat("../", request.Path.Count(character => character == '/') - 1)) + $"images/{id}";

    private static Response Of(int status, Image image)
    {
        var response = Response.Json(status, image, ServiceJson.Default.Image);
        response.Headers["ETag"] = image.MetadataETag;
        return response;
    }
}
