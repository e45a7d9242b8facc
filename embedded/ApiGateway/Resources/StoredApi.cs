namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>A REST API as it is kept: https://docs.aws.amazon.com/apigateway/latest/api/API_RestApi.html.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, which others may have too.</param>
/// <param name="RootResourceId">The id of the resource <c>/</c>.</param>
/// <param name="Created">When it was made.</param>
internal sealed record StoredApi(string Id, string Name, string RootResourceId, DateTimeOffset Created)
{
    public string? Description { get; init; }

    public string? Version { get; init; }

    /// <summary>The media types whose bodies are base64 in an event.</summary>
    public IReadOnlyList<string> BinaryMediaTypes { get; init; } = [];

    /// <summary><c>REGIONAL</c> or <c>EDGE</c>: here all are on this machine.</summary>
    public string EndpointType { get; init; } = "EDGE";

    public string IpAddressType { get; init; } = "ipv4";

    /// <summary>Whether nothing is served of it.</summary>
    public bool DisableExecuteApiEndpoint { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
