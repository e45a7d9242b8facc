using System.Globalization;
using System.Text.RegularExpressions;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>What a gateway response may be: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html.</summary>
internal static partial class GatewayResponseRules
{
    /// <summary>The media type of the templates.</summary>
    public const string Json = "application/json";

    private const string HeaderPrefix = "gatewayresponse.header.";

    private static readonly string[] Variables = ["$context.requestId", "$context.error.message", "$context.error.messageString", "$context.error.responseType"];

    public static void VerifyType(string type)
    {
        if (!GatewayResponseType.All.ContainsKey(type))
            throw ApiErrors.BadRequest("Invalid response type specified in the request");
    }

    public static int VerifiedStatus(string status) =>
        int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 200 and <= 599
            ? value
            : throw ApiErrors.BadRequest("Invalid status code specified in the request");

    /// <summary>Refuses a response that is malformed, or has something that is not evaluated here.</summary>
    public static void Verify(StoredGatewayResponse response)
    {
        VerifyType(response.Type);
        foreach (var (name, value) in response.Parameters)
        {
            if (!name.StartsWith(HeaderPrefix, StringComparison.Ordinal) || !Token().IsMatch(NameOf(name)))
                throw ApiErrors.Unsupported($"the response parameter {name}: it has {HeaderPrefix}*");
            if (!Static().IsMatch(value))
                throw ApiErrors.Unsupported($"the value {value} of {name}: it has texts in single quotes");
        }

        foreach (var (type, template) in response.Templates)
        {
            if (type != Json)
                throw ApiErrors.Unsupported($"gateway responses of the media type {type}: it has {Json}");
            if (Variable().Matches(template).FirstOrDefault(variable => !Variables.Contains(variable.Value)) is { } unknown)
                throw ApiErrors.Unsupported($"the variable {unknown.Value} of a template");
        }
    }

    /// <summary>The headers of a response.</summary>
    public static Dictionary<string, string> Headers(StoredGatewayResponse response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = Json };
        foreach (var (name, value) in response.Parameters)
            headers[NameOf(name)] = value[1..^1];
        return headers;
    }

    private static string NameOf(string parameter) => parameter[HeaderPrefix.Length..];

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&*+.^_`|~-]+\z")]
    private static partial Regex Token();

    [GeneratedRegex(@"\A'[ -~]*'\z")]
    private static partial Regex Static();

    [GeneratedRegex(@"\$!?\{?(context|input|util|stageVariables|method)\b[A-Za-z0-9_.]*(?<![.])")]
    private static partial Regex Variable();
}
