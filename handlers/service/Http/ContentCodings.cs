using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Http;

/// <summary>
/// Undoes the Content-Encoding of a body (RFC 9110, section 8.4). API Gateway does so before the function, and takes the header away; where the header
/// arrives, the body is still coded.
/// </summary>
internal static class ContentCodings
{
    /// <summary>What <c>Accept-Encoding</c> tells a client whose coding is refused (RFC 9110, section 15.5.16).</summary>
    public const string Supported = "gzip, deflate, identity";

    private const string Header = "Content-Encoding";

    /// <summary>No client applies more. Each costs a pass over the body.</summary>
    private const int Most = 4;

    /// <summary>A request whose body is as it was before it was coded.</summary>
    /// <exception cref="ProblemException">
    /// 415 <c>unsupported-content-encoding</c>, 400 <c>invalid-content-encoding</c>, or 413 where the body becomes larger than any invocation carries.
    /// </exception>
    public static Request Decode(Request request)
    {
        var codings = Of(request);
        if (codings.Find(coding => coding is not ("gzip" or "x-gzip" or "deflate")) is { } unknown)
            throw Unsupported(unknown);
        if (codings.Count > Most)
            throw new ProblemException(Problems.InvalidContentEncoding, $"The body has more than {Most} content codings.");

        var body = request.Body;
        // They are listed in the order in which they were applied.
        foreach (var coding in Enumerable.Reverse(codings).Where(_ => !request.Body.IsEmpty))
            body = CodedBody.Decode(body, isGzip: coding != "deflate");
        return request with { Body = body };
    }

    private static List<string> Of(Request request) => !request.Headers.TryGetValue(Header, out var values) ? [] :
    [
        .. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(coding => coding.ToLowerInvariant())
            .Where(coding => coding != "identity"),
    ];

    private static ProblemException Unsupported(string coding) =>
        new(Problems.UnsupportedContentEncoding, $"The Content-Encoding {coding} is not supported. Send gzip, deflate or none.")
        {
            Headers = { ["Accept-Encoding"] = Supported },
        };
}
