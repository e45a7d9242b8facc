using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Errors;

/// <summary>Writes a refusal as S3's XML: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#RESTErrorResponses</summary>
internal static class ErrorAnswer
{
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
        foreach (var (name, value) in error.Headers)
            response.Headers[name] = value;
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
