using ImageService.Handlers.Failures;

namespace ImageService.Handlers.LargeUploads;

/// <summary>The largest image whose bytes go straight to S3.</summary>
internal static class LargeUploadLimit
{
    /// <summary>The most that S3 takes in one PUT (https://docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html), in bytes.</summary>
    private const long Bytes = 5L * GiB;

    private const long GiB = 1024 * 1024 * 1024;

    /// <summary>Refuses an image that S3 does not take in one piece.</summary>
    /// <exception cref="ProblemException">413 <c>image-too-large</c>.</exception>
    public static void Check(long length)
    {
        if (length > Bytes)
            throw new ProblemException(Problems.ImageTooLarge, $"The image has more than {Bytes / GiB} GiB ({Bytes} bytes), the limit of an upload.");
    }
}
