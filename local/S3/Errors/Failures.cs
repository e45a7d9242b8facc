namespace ImageService.Local.S3.Errors;

/// <summary>The one place that turns what was thrown into what S3 answers.</summary>
internal static class Failures
{
    /// <summary>The answer to a failure; null when its client has gone.</summary>
    public static S3Exception? ErrorFor(Exception failure, HttpContext context)
    {
        switch (failure)
        {
            case S3Exception error:
                return error;
            case BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout }:
                return S3Errors.RequestTimeout();
            case BadHttpRequestException:
                return S3Errors.IncompleteBody();
            case var _ when context.RequestAborted.IsCancellationRequested:
                return null;
            default:
                // The answer keeps it to itself, as on AWS; whoever runs this has to see it.
                Console.Error.WriteLine(failure);
                return S3Errors.InternalError();
        }
    }
}
