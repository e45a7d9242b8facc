namespace EmbeddedAws.S3.Errors;

/// <summary>The one place that turns what was thrown into what S3 answers.</summary>
internal static class Failures
{
    /// <summary>The answer to a failure; null when it is a failure of this cloud, or the client has gone.</summary>
    public static S3Exception? ErrorFor(Exception failure)
    {
        switch (failure)
        {
            case S3Exception error:
                return error;
            case BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout }:
                return S3Errors.RequestTimeout();
            case BadHttpRequestException:
                return S3Errors.IncompleteBody();
            default:
                return null;
        }
    }
}
