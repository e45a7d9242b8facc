using System.Text.Json;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Routing;

/// <summary>A failure that API Gateway answers itself, before or instead of a function.</summary>
/// <param name="ResponseType">API Gateway's name: https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html.</param>
/// <param name="Problem">The status, code and title.</param>
/// <param name="Detail">What happened, and what to do.</param>
public sealed record GatewayProblem(string ResponseType, Problem Problem, string Detail)
{
    /// <summary>The headers of the answer.</summary>
    /// <param name="corsOrigin">The origin whose pages may read it.</param>
    public static IReadOnlyDictionary<string, string> Headers(string corsOrigin) => new Dictionary<string, string>
    {
        ["Access-Control-Allow-Origin"] = corsOrigin,
        ["Content-Type"] = "application/problem+json",
    };

    /// <summary>The problem details, with the variable that the gateway replaces by the id of the request.</summary>
    public string Template => JsonSerializer.Serialize(
        new ProblemDetails(Problem.Type, Problem.Title, Problem.Status, Detail, Problem.Code, "$context.requestId", Errors: null),
        ProblemJson.Default.ProblemDetails);
}
