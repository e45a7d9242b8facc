using System.Text;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Images;

/// <summary>Answers that show an image.</summary>
internal static class ImageAnswer
{
    public static Response Ok(Image image) => Of(200, image);

    /// <summary>201 for a new image, with the way to it.</summary>
    public static Response Created(Image image, Request request)
    {
        var response = Of(201, image);
        response.Headers["Location"] = Location(image.Id, request);
        return response;
    }

    /// <summary>The 201 of an earlier attempt once more, even if the image has been changed or deleted since.</summary>
    /// <param name="id">The image.</param>
    /// <param name="body">What was answered then.</param>
    /// <param name="request">This request.</param>
    public static Response Replayed(ImageId id, string body, Request request) => new(201)
    {
        Headers =
        {
            ["Content-Type"] = "application/json",
            ["ETag"] = Image.ETagOf(1),
            ["Location"] = Location($"{id}", request),
            ["Idempotency-Replayed"] = "true",
        },
        Body = Encoding.UTF8.GetBytes(body),
    };

    /// <summary>Relative to the request's own path, since no function knows the outer URL: one step up for each segment but the last.</summary>
    private static string Location(string id, Request request) =>
        string.Concat(Enumerable.Repeat("../", request.Path.Count(character => character == '/') - 1)) + $"images/{id}";

    private static Response Of(int status, Image image)
    {
        var response = Response.Json(status, image, ImageJson.Default.Image);
        response.Headers["ETag"] = image.MetadataETag;
        return response;
    }
}
