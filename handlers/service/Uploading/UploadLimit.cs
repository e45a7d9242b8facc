using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Uploading;

/// <summary>
/// The largest images: a Lambda invocation carries 6 MiB (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html)
/// of which API Gateway's base64 takes a third, and the base64 of the JSON form another one.
/// </summary>
internal static class UploadLimit
{
    private const int MiB = 1024 * 1024;

    /// <summary>For a raw body and for a multipart part, in bytes.</summary>
    public const int Binary = 4 * MiB;

    /// <summary>For the content of a JSON body, in bytes after decoding.</summary>
    public const int Json = 3 * MiB;

    /// <summary>Refuses an image above its limit.</summary>
    /// <exception cref="ProblemException">413 <c>image-too-large</c>.</exception>
    public static void Check(long length, int limit)
    {
        if (length > limit)
            throw new ProblemException(Problems.ImageTooLarge, $"The image has more than {limit / MiB} MiB ({limit} bytes), the limit of this form. Larger ones go through POST /uploads.");
    }
}
