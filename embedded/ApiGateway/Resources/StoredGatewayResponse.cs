namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>An answer of the gateway itself as it is kept: https://docs.aws.amazon.com/apigateway/latest/api/API_GatewayResponse.html.</summary>
/// <param name="ApiId">The API.</param>
/// <param name="Type">When it is given: <c>INTEGRATION_TIMEOUT</c>.</param>
/// <param name="StatusCode">Its status; null for that of the type.</param>
internal sealed record StoredGatewayResponse(string ApiId, string Type, int? StatusCode)
{
    public string Key => $"{ApiId}/{Type}";

    /// <summary>Its headers: <c>gatewayresponse.header.Access-Control-Allow-Origin</c> is <c>'*'</c>.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Its body, by media type.</summary>
    public IReadOnlyDictionary<string, string> Templates { get; init; } = new Dictionary<string, string>();
}
