using System.Text.Json;

namespace ImageService.Local.Gateway;

/// <summary>
/// The answers that come from the gateway itself, before or instead of a function: problem+json, as the gateway
/// responses of the deployed API have it (https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html).
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable name for programs.</param>
/// <param name="Title">The short name for people.</param>
/// <param name="Detail">What to do.</param>
internal sealed record GatewayResponse(int Status, string Code, string Title, string Detail)
{
    /// <summary>MISSING_AUTHENTICATION_TOKEN: AWS's odd name for a method that the resource does not have.</summary>
    public static readonly GatewayResponse NoSuchMethod =
        new(403, "forbidden", "Forbidden", "The API has no such method.");

    /// <summary>No API, or no stage of it, has this URL.</summary>
    public static readonly GatewayResponse NoSuchApi =
        new(403, "forbidden", "Forbidden", "No API is deployed at this URL.");

    /// <summary>REQUEST_TOO_LARGE: more than the gateway's 10 MB, or than the 6 MiB that an invocation carries.</summary>
    public static readonly GatewayResponse RequestTooLarge =
        new(413, "request-too-large", "Request too large", "The body is larger than the gateway passes on. Larger images go through POST /uploads.");

    /// <summary>API_CONFIGURATION_ERROR: the gateway may not call the function.</summary>
    public static readonly GatewayResponse NoPermission =
        new(500, "gateway-error", "Gateway error", "The API is not deployed properly.");

    /// <summary>INTEGRATION_FAILURE: the function failed, or its answer is none.</summary>
    public static readonly GatewayResponse BadFunction =
        new(502, "bad-gateway", "Bad gateway", "The function did not answer properly.");

    /// <summary>INTEGRATION_TIMEOUT: the function did not answer within 29 s.</summary>
    public static readonly GatewayResponse FunctionTimeout =
        new(504, "gateway-timeout", "Gateway timeout", "The function did not answer in time.");

    public async Task WriteAsync(HttpContext context, string requestId)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json";
        response.Headers["x-amzn-RequestId"] = requestId;
        response.Headers.AccessControlAllowOrigin = "*";
        using var buffer = new MemoryStream();
        await using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", $"urn:image-service:problem:{Code}");
            json.WriteString("title", Title);
            json.WriteNumber("status", Status);
            json.WriteString("detail", Detail);
            json.WriteString("code", Code);
            json.WriteString("requestId", requestId);
            json.WriteEndObject();
        }

        response.ContentLength = buffer.Length;
        if (context.Request.Method != HttpMethods.Head)
            await response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }
}
