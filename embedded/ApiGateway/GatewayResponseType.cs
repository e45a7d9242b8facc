namespace EmbeddedAws.ApiGateway;

/// <summary>
/// Why the gateway answers by itself, with API Gateway's name of it and its default answer
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html).
/// </summary>
internal sealed record GatewayResponseType(string Name, int DefaultStatus, string DefaultMessage)
{
    /// <summary>No API or stage is deployed there.</summary>
    public static readonly GatewayResponseType AccessDenied = new("ACCESS_DENIED", 403, "Forbidden");

    /// <summary>The resource does not have the method: API Gateway's odd name for it.</summary>
    public static readonly GatewayResponseType MissingAuthenticationToken = new("MISSING_AUTHENTICATION_TOKEN", 403, "Missing Authentication Token");

    /// <summary>The method requires an API key, and the request has none, or one that no usage plan of the API knows.</summary>
    public static readonly GatewayResponseType InvalidApiKey = new("INVALID_API_KEY", 403, "Forbidden");

    /// <summary>The key has sent more requests than its usage plan lets through, or all callers have sent more than the stage does.</summary>
    public static readonly GatewayResponseType Throttled = new("THROTTLED", 429, "Too Many Requests");

    /// <summary>The key has sent as many requests as its usage plan lets through in a day, a week or a month.</summary>
    public static readonly GatewayResponseType QuotaExceeded = new("QUOTA_EXCEEDED", 429, "Limit Exceeded");

    /// <summary>The body, or the event of the request, is too large.</summary>
    public static readonly GatewayResponseType RequestTooLarge = new("REQUEST_TOO_LARGE", 413, "Request Too Long");

    /// <summary>The body has a content coding that the gateway does not decode.</summary>
    public static readonly GatewayResponseType UnsupportedMediaType = new("UNSUPPORTED_MEDIA_TYPE", 415, "Unsupported Media Type");

    /// <summary>The body cannot be decoded.</summary>
    public static readonly GatewayResponseType BadRequestBody = new("BAD_REQUEST_BODY", 400, "Invalid request body");

    /// <summary>The gateway may not call the function.</summary>
    public static readonly GatewayResponseType ApiConfigurationError = new("API_CONFIGURATION_ERROR", 500, "Internal server error");

    /// <summary>The function has failed.</summary>
    public static readonly GatewayResponseType IntegrationFailure = new("INTEGRATION_FAILURE", 504, "Internal server error");

    /// <summary>The function did not answer within 29 s.</summary>
    public static readonly GatewayResponseType IntegrationTimeout = new("INTEGRATION_TIMEOUT", 504, "Endpoint request timed out");

    /// <summary>The gateway itself has failed, or the function was not started.</summary>
    public static readonly GatewayResponseType Failure = new("DEFAULT_5XX", 500, "Internal server error");

    /// <summary>The body of an answer for which nothing else is deployed.</summary>
    public const string DefaultTemplate = """{"message":$context.error.messageString}""";

    /// <summary>The statuses of all types; those of a status class have none of their own.</summary>
    public static readonly IReadOnlyDictionary<string, int?> All = new SortedDictionary<string, int?>(StringComparer.Ordinal)
    {
        ["DEFAULT_4XX"] = null,
        ["DEFAULT_5XX"] = null,
        ["RESOURCE_NOT_FOUND"] = 404,
        ["UNAUTHORIZED"] = 401,
        ["INVALID_API_KEY"] = 403,
        ["ACCESS_DENIED"] = 403,
        ["AUTHORIZER_FAILURE"] = 500,
        ["AUTHORIZER_CONFIGURATION_ERROR"] = 500,
        ["INVALID_SIGNATURE"] = 403,
        ["EXPIRED_TOKEN"] = 403,
        ["MISSING_AUTHENTICATION_TOKEN"] = 403,
        ["INTEGRATION_FAILURE"] = 504,
        ["INTEGRATION_TIMEOUT"] = 504,
        ["API_CONFIGURATION_ERROR"] = 500,
        ["UNSUPPORTED_MEDIA_TYPE"] = 415,
        ["BAD_REQUEST_PARAMETERS"] = 400,
        ["BAD_REQUEST_BODY"] = 400,
        ["REQUEST_TOO_LARGE"] = 413,
        ["THROTTLED"] = 429,
        ["QUOTA_EXCEEDED"] = 429,
        ["WAF_FILTERED"] = 403,
    };

    /// <summary>The answer to a client: as deployed for this type, for its status class, or API Gateway's own.</summary>
    public GatewayResponse ResponseOf(RestApi? api) =>
        api?.GatewayResponses.GetValueOrDefault(Name)
        ?? api?.GatewayResponses.GetValueOrDefault(DefaultStatus < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX")
        ?? new GatewayResponse(DefaultStatus, DefaultTemplate, new Dictionary<string, string> { ["Content-Type"] = "application/json" });

    /// <summary>Puts the values of variables in the place of their names, the longer names first.</summary>
    public string Fill(string template, string requestId) => template
        .Replace("$context.requestId", requestId, StringComparison.Ordinal)
        .Replace("$context.error.messageString", $"\"{DefaultMessage}\"", StringComparison.Ordinal)
        .Replace("$context.error.message", DefaultMessage, StringComparison.Ordinal)
        .Replace("$context.error.responseType", Name, StringComparison.Ordinal);
}
