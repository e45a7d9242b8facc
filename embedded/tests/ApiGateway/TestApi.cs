using EmbeddedAws.ApiGateway;

namespace EmbeddedAws.Tests.ApiGateway;

/// <summary>Deploys APIs of a test's own functions, and gives a client whose base address is that of the API.</summary>
internal static class TestApi
{
    private static readonly IReadOnlyDictionary<string, string> PlainText = new Dictionary<string, string> { ["Content-Type"] = "text/plain" };

    /// <summary>The gateway's own answers of these APIs: the type, and the id of the request.</summary>
    private static readonly Dictionary<string, GatewayResponse> Responses = new (string Type, int Status)[]
    {
        ("INTEGRATION_FAILURE", 502), ("INTEGRATION_TIMEOUT", 504), ("API_CONFIGURATION_ERROR", 502), ("REQUEST_TOO_LARGE", 413),
        ("UNSUPPORTED_MEDIA_TYPE", 415), ("BAD_REQUEST_BODY", 400), ("DEFAULT_4XX", 400),
    }.ToDictionary(response => response.Type, response => new GatewayResponse(response.Status, $"{response.Type} $context.requestId", PlainText));

    /// <summary>One function in this process for every path.</summary>
    public static HttpClient Deploy(EmbeddedCloud cloud, Func<IntegrationRequest, Task<IntegrationResponse>> function) =>
        Deploy(cloud, new InProcessIntegration("test", function));

    /// <summary>One integration for every path.</summary>
    public static HttpClient Deploy(EmbeddedCloud cloud, Integration integration) =>
        Deploy(cloud, new ApiMethod("ANY", "/{proxy+}", integration), new ApiMethod("ANY", "/images/{id}", integration));

    /// <summary>An API of these methods.</summary>
    public static HttpClient Deploy(EmbeddedCloud cloud, params ApiMethod[] methods) =>
        new() { BaseAddress = new Uri($"{cloud.Deploy(new RestApi("test", "dev", methods) { GatewayResponses = Responses })}/") };

    /// <summary>A function that answers every request alike.</summary>
    public static Func<IntegrationRequest, Task<IntegrationResponse>> Always(IntegrationResponse response) => _ => Task.FromResult(response);

    /// <summary>A header with one value.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Header(string name, string value) => new() { [name] = [value] };

    /// <summary>The header of an answer; null where it is missing.</summary>
    public static string? Header(this HttpResponseMessage answer, string name) =>
        answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(header => string.Join(", ", header.Value)).SingleOrDefault();
}
