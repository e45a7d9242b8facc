namespace EmbeddedAws.ApiGateway;

/// <summary>A deployed REST API, all of it as data.</summary>
/// <param name="Id">The id in its URL: <c>images</c>.</param>
/// <param name="Stage">The stage in its URL: <c>dev</c>.</param>
/// <param name="Methods">The methods of its resources.</param>
public sealed record RestApi(string Id, string Stage, IReadOnlyList<ApiMethod> Methods)
{
    /// <summary>
    /// What the gateway answers by itself, by API Gateway's name of it (<c>INTEGRATION_TIMEOUT</c>, <c>DEFAULT_5XX</c>); where a type is missing, that
    /// of its status class answers, and then API Gateway's own default.
    /// </summary>
    public IReadOnlyDictionary<string, GatewayResponse> GatewayResponses { get; init; } = new Dictionary<string, GatewayResponse>();

    /// <summary>The media types whose bodies are base64 in an event and an answer; other bodies are text.</summary>
    public IReadOnlyList<string> BinaryMediaTypes { get; init; } = ["*/*"];

    /// <summary>The keys of its clients, and what each may send.</summary>
    public IReadOnlyList<UsagePlan> UsagePlans { get; init; } = [];
}
