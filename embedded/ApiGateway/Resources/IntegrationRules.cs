using System.Text.RegularExpressions;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>The integrations that there are: functions, called by proxy. Others are refused by name.</summary>
internal static partial class IntegrationRules
{
    public static void VerifyType(string type)
    {
        if (type != "AWS_PROXY")
            throw ApiErrors.Unsupported($"integrations of the type {type}: it has AWS_PROXY");
    }

    /// <summary>Functions are invoked with POST, whatever the request.</summary>
    public static void VerifyHttpMethod(string? method)
    {
        if (method is not { Length: > 0 })
            throw ApiErrors.BadRequest("Enumeration value for HttpMethod must be non-empty");
        if (method != "POST")
            throw ApiErrors.Unsupported($"the integration method {method}: functions are invoked with POST");
    }

    public static void VerifyConnection(string? type)
    {
        if (type is { Length: > 0 } and not "INTERNET")
            throw ApiErrors.Unsupported($"the connection type {type}");
    }

    public static void VerifyTransfer(string? mode)
    {
        if (mode is { Length: > 0 } and not "BUFFERED")
            throw ApiErrors.Unsupported($"the response transfer mode {mode}");
    }

    /// <summary>A URI that invokes a function.</summary>
    public static string VerifiedUri(string? uri) => uri is not null && Uri().IsMatch(uri) ? uri : throw ApiErrors.BadRequest("Invalid ARN specified in the request: the embedded cloud invokes functions only");

    /// <summary>The ARN of the function that a URI invokes.</summary>
    public static string FunctionOf(StoredIntegration integration) => Uri().Match(integration.Uri).Groups["function"].Value;

    public static int VerifiedTimeout(int? milliseconds) => milliseconds switch
    {
        null => StoredIntegration.LongestTimeout,
        >= StoredIntegration.ShortestTimeout and <= StoredIntegration.LongestTimeout => milliseconds.Value,
        _ => throw ApiErrors.BadRequest("Timeout should be between 50 ms and 29000 ms"),
    };

    public static string VerifiedPassthrough(string? behavior) => behavior switch
    {
        null or "" => "WHEN_NO_MATCH",
        "WHEN_NO_MATCH" or "WHEN_NO_TEMPLATES" or "NEVER" => behavior,
        _ => throw ApiErrors.BadRequest("Invalid passthroughBehavior: it must be WHEN_NO_MATCH, WHEN_NO_TEMPLATES or NEVER"),
    };

    [GeneratedRegex(@"\Aarn:aws:apigateway:[a-z0-9-]+:lambda:path/2015-03-31/functions/(?<function>arn:aws:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]{1,64}(:[A-Za-z0-9$_-]+)?)/invocations\z")]
    private static partial Regex Uri();
}
