using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Routing;

/// <summary>The answers of the gateway itself, in the same form as those of a function: they are deployed from this table.</summary>
public static class GatewayProblems
{
    /// <summary>AWS's odd name for a method that the resource does not have.</summary>
    public static readonly GatewayProblem NoSuchMethod =
        new("MISSING_AUTHENTICATION_TOKEN", Forbidden, "The API has no such method.");

    /// <summary>A request that is signed for AWS, to a method that the resource does not have.</summary>
    public static readonly GatewayProblem BadSignature =
        new("INVALID_SIGNATURE", Forbidden, "The API has no such method, or the request is signed and should not be.");

    /// <summary>A policy of the API refuses the client.</summary>
    public static readonly GatewayProblem AccessDenied =
        new("ACCESS_DENIED", Forbidden, "The API refuses this client.");

    /// <summary>The API key is missing, or is not one of this API: the gateway does not tell the two apart.</summary>
    public static readonly GatewayProblem ApiKeyRequired = new(
        "INVALID_API_KEY",
        new Problem(403, "api-key-required", "API key required"),
        "Send an API key in the header x-api-key. This request has none, or one that is not known here.");

    /// <summary>More than the gateway's 10 MB, or than the 6 MiB that an invocation carries.</summary>
    public static readonly GatewayProblem RequestTooLarge = new(
        "REQUEST_TOO_LARGE",
        Problems.RequestTooLarge,
        "The body is larger than the gateway passes on. Larger images go through POST /uploads.");

    /// <summary>The body has a content coding that the gateway does not decode.</summary>
    public static readonly GatewayProblem UnsupportedContentEncoding = new GatewayProblem(
        "UNSUPPORTED_MEDIA_TYPE",
        Problems.UnsupportedContentEncoding,
        "The Content-Encoding of the request is not supported. Send gzip, deflate or none.").With("Accept-Encoding", Http.ContentCodings.Supported);

    /// <summary>The body is not what its content coding says.</summary>
    public static readonly GatewayProblem InvalidContentEncoding = new(
        "BAD_REQUEST_BODY",
        Problems.InvalidContentEncoding,
        "The body is not what its Content-Encoding says, or is cut off.");

    /// <summary>More requests than the usage plan lets a key send, or the stage lets through. Gateway responses are fixed, so Retry-After is too.</summary>
    public static readonly GatewayProblem TooManyRequests = new GatewayProblem(
        "THROTTLED",
        new Problem(429, "too-many-requests", "Too many requests"),
        "Too many requests. Send this one again in a moment.").With("Retry-After", "1");

    /// <summary>The function failed, or its answer is not one that the gateway can read.</summary>
    public static readonly GatewayProblem BadFunction =
        new("INTEGRATION_FAILURE", BadGateway, "The function did not answer properly.");

    /// <summary>AWS also calls an answer that it cannot read, and a function that it may not call, a wrong configuration.</summary>
    public static readonly GatewayProblem BadConfiguration =
        new("API_CONFIGURATION_ERROR", BadGateway, "The function did not answer properly.");

    /// <summary>The function did not answer within 29 s.</summary>
    public static readonly GatewayProblem FunctionTimeout =
        new("INTEGRATION_TIMEOUT", new Problem(504, "gateway-timeout", "Gateway timeout"), "The function did not answer in time.");

    /// <summary>Any other failure of the gateway.</summary>
    public static readonly GatewayProblem Failure =
        new("DEFAULT_5XX", new Problem(500, "gateway-error", "Gateway error"), "The gateway failed. Send the request again.");

    /// <summary>All that the stack deploys and the embedded gateway answers with.</summary>
    public static readonly IReadOnlyList<GatewayProblem> All =
    [
        NoSuchMethod, BadSignature, AccessDenied, ApiKeyRequired, RequestTooLarge, UnsupportedContentEncoding, InvalidContentEncoding, TooManyRequests,
        BadFunction, BadConfiguration, FunctionTimeout, Failure,
    ];

    private static Problem Forbidden => new(403, "forbidden", "Forbidden");

    private static Problem BadGateway => new(502, "bad-gateway", "Bad gateway");
}
