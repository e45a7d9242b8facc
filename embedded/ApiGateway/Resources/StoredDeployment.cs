namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>A deployment as it is kept, with all of the API as it was then: https://docs.aws.amazon.com/apigateway/latest/api/API_Deployment.html.</summary>
/// <param name="ApiId">The API.</param>
/// <param name="Id">Its id in the API.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Methods">The methods with their integrations.</param>
/// <param name="GatewayResponses">What the gateway answers itself.</param>
/// <param name="BinaryMediaTypes">The media types whose bodies are base64.</param>
internal sealed record StoredDeployment(
    string ApiId,
    string Id,
    DateTimeOffset Created,
    IReadOnlyList<SnapshotMethod> Methods,
    IReadOnlyList<StoredGatewayResponse> GatewayResponses,
    IReadOnlyList<string> BinaryMediaTypes)
{
    public string Key => $"{ApiId}/{Id}";

    public string? Description { get; init; }
}
