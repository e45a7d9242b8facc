namespace ImageService.Handlers.Http;

/// <summary>The CORS headers (https://fetch.spec.whatwg.org/#http-cors-protocol): which pages may read the answers.</summary>
internal sealed class Cors(string origin)
{
    private const string Exposed =
        "ETag, Location, Link, Content-Disposition, Content-Range, Accept-Ranges, Allow, Retry-After, X-Request-Id, Idempotency-Replayed";

    /// <summary>What every answer says.</summary>
    public void AddTo(Response response)
    {
        response.Headers["Access-Control-Allow-Origin"] = origin;
        response.Headers["Access-Control-Expose-Headers"] = Exposed;
        if (origin != "*")
            response.Headers["Vary"] = response.Headers.TryGetValue("Vary", out var others) ? $"{others}, Origin" : "Origin";
    }

    /// <summary>The answer to a preflight. Pages may send any header: upload widgets, tracing and error reporters add their own.</summary>
    /// <param name="request">The preflight.</param>
    /// <param name="methods">The methods of the resource, as <c>Allow</c> lists them.</param>
    public static Response Preflight(Request request, string methods) => new(204)
    {
        Headers =
        {
            ["Allow"] = methods,
            ["Access-Control-Allow-Methods"] = methods,
            ["Access-Control-Allow-Headers"] = RequestedHeaders.Of(request),
            ["Access-Control-Max-Age"] = "86400",
            ["Vary"] = RequestedHeaders.Name,
        },
    };
}
