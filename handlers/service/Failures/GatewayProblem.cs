using System.Text.Json;

namespace ImageService.Handlers.Failures;

/// <summary>A failure that API Gateway answers itself, before or instead of a function.</summary>
/// <param name="ResponseType">API Gateway's name: https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html.</param>
/// <param name="Problem">The status, code and title.</param>
/// <param name="Detail">What happened, and what to do.</param>
public sealed record GatewayProblem(string ResponseType, Problem Problem, string Detail)
{
    /// <summary>The headers that only this answer has.</summary>
    private IReadOnlyDictionary<string, string> OwnHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>A failure whose answer has one more header.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">Its value.</param>
    public GatewayProblem With(string name, string value) => this with { OwnHeaders = new Dictionary<string, string>(OwnHeaders) { [name] = value } };

    /// <summary>The headers of the answer.</summary>
    /// <param name="corsOrigin">The origin whose pages may read it.</param>
    public IReadOnlyDictionary<string, string> Headers(string corsOrigin) => new Dictionary<string, string>(OwnHeaders)
    {
        ["Access-Control-Allow-Origin"] = corsOrigin,
        ["Content-Type"] = "application/problem+json",
    };

    /// <summary>The problem details, with the variable that the gateway replaces by the id of the request.</summary>
    public string Template => JsonSerializer.Serialize(
        new ProblemDetails(Problem.Type, Problem.Title, Problem.Status, Detail, Problem.Code, "$context.requestId", Errors: null),
        ServiceJson.Default.ProblemDetails);
}
