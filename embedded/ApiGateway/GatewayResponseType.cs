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

    /// <summary>The key has sent more requests than its usage plan lets through.</summary>
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

    /// <summary>The gateway itself has failed.</summary>
    public static readonly GatewayResponseType Failure = new("DEFAULT_5XX", 500, "Internal server error");

    /// <summary>The answer to a client: as deployed for this type, for its status class, or API Gateway's own.</summary>
    public GatewayResponse ResponseOf(RestApi? api) =>
        api?.GatewayResponses.GetValueOrDefault(Name)
        ?? api?.GatewayResponses.GetValueOrDefault(DefaultStatus < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX")
        ?? new GatewayResponse(DefaultStatus, $$"""{"message":"{{DefaultMessage}}"}""", new Dictionary<string, string> { ["Content-Type"] = "application/json" });
}
