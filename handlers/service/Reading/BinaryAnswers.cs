using ImageService.Handlers.Http;

namespace ImageService.Handlers.Reading;

/// <summary>
/// Whether the client receives the bytes of a binary answer unchanged. API Gateway always sends them: its binary media types include
/// <c>*/*</c>. LocalStack 4.14 looks only at the first type of <c>Accept</c>, ignores <c>*/*</c> on both sides, and sends the base64 text of
/// the function's answer to everybody else: to curl, and to the address line of a browser. There such a client is sent to S3 instead.
/// </summary>
internal sealed class BinaryAnswers(bool onLocalStack)
{
    /// <summary>Whether the answer to this request may carry the bytes of an image.</summary>
    public bool ReachClientOf(Request request) =>
        !onLocalStack || request.Header("Accept")?.TrimStart().StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true;
}
