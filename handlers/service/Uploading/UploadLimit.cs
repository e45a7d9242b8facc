using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Uploading;

/// <summary>The largest image that a form of <c>POST /images</c> carries.</summary>
internal static class UploadLimit
{
    /// <summary>For a raw body and for a multipart part, in bytes.</summary>
    public const int Binary = InvocationLimit.Image;

    /// <summary>For the content of a JSON body, in bytes after decoding.</summary>
    public const int Json = InvocationLimit.ImageInJson;

    /// <summary>Refuses an image above its limit.</summary>
    /// <exception cref="ProblemException">413 <c>image-too-large</c>.</exception>
    public static void Check(long length, int limit)
    {
        if (length > limit)
            throw new ProblemException(Problems.ImageTooLarge, $"The image has more than {limit / InvocationLimit.MiB} MiB ({limit} bytes), the limit of this form. Larger ones go through POST /uploads.");
    }
}
