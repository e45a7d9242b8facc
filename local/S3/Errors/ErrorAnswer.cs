using ImageService.Local.S3.Wire;

namespace ImageService.Local.S3.Errors;

/// <summary>Writes a refusal as S3's XML: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#RESTErrorResponses</summary>
internal static class ErrorAnswer
{
    /// <summary>A client that sends on after a refusal is listened to for this long a body; after that the connection is closed.</summary>
    private const long LongestDrain = 32 * 1024 * 1024;

    public static async Task WriteAsync(HttpContext context, S3Exception error)
    {
        var response = context.Response;
        if (response.HasStarted)
        {
            // Half an object has been sent: only a cut connection tells the client that it is not whole.
            context.Abort();
            return;
        }

        var ids = (RequestId: response.Headers[RequestIds.Id].ToString(), HostId: response.Headers[RequestIds.HostId].ToString());
        response.Clear();
        RequestIds.Stamp(response, ids.RequestId, ids.HostId);
        response.StatusCode = error.Status;
        // Kestrel reads on after the answer, so that a client which sends before it listens still gets to see it.
        if (context.Request.ContentLength > LongestDrain)
            response.Headers.Connection = "close";
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        await XmlAnswer.WriteAsync(response, "Error", xmlNamespace: null, xml =>
        {
            xml.WriteElementString("Code", error.Code);
            xml.WriteElementString("Message", error.Message);
            foreach (var (name, value) in error.Details)
                xml.WriteElementString(name, value);
            xml.WriteElementString("Resource", RawTarget.Of(context.Request).Path);
            xml.WriteElementString("RequestId", ids.RequestId);
            xml.WriteElementString("HostId", ids.HostId);
        });
    }
}
