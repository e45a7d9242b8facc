namespace ImageService.Local.Gateway;

/// <summary>What fits into one invocation: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html.</summary>
internal static class LambdaLimits
{
    /// <summary>6 MiB, for the event and for the answer. Under <c>*/*</c> binary media types bodies travel in base64.</summary>
    private const int Payload = 6 * 1024 * 1024;

    /// <summary>What the event holds besides headers, query and body: paths, request context and identity.</summary>
    private const int EventOverhead = 2048;

    /// <summary>Whether a request with a body of this length fits into the event.</summary>
    public static bool AllowsRequest(HttpRequest request, int bodyLength)
    {
        var headers = request.Headers.Sum(header => header.Key.Length + header.Value.Sum(value => value?.Length ?? 0));
        // The event lists headers, query and path twice: single and multi-value.
        return Base64Length(bodyLength) + (2L * (headers + request.QueryString.ToString().Length)) + EventOverhead <= Payload;
    }

    /// <summary>Whether an answer with a body of this length fits.</summary>
    public static bool AllowsResponse(int bodyLength) => Base64Length(bodyLength) + EventOverhead <= Payload;

    private static long Base64Length(long length) => (length + 2) / 3 * 4;
}
