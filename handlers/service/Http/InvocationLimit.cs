namespace ImageService.Handlers.Http;

/// <summary>
/// How much one request or answer carries. An invocation of Lambda has 6 MiB (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html), in
/// which API Gateway passes bytes as base64.
/// </summary>
internal static class InvocationLimit
{
    /// <summary>The longest body, in bytes: base64 makes four characters of three of them.</summary>
    public const int Body = 6 * MiB / 4 * 3;

    /// <summary>The largest image in a request or an answer, and the longest answer in JSON, in bytes: headers and the parts of a form need some room too.</summary>
    public const int Image = 4 * MiB;

    /// <summary>The largest image in a JSON body, in bytes after decoding: there it is base64 once more.</summary>
    public const int ImageInJson = Image / 4 * 3;

    /// <summary>The unit of the limits.</summary>
    public const int MiB = 1024 * 1024;
}
