namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>A method of a resource as it is kept: https://docs.aws.amazon.com/apigateway/latest/api/API_Method.html.</summary>
/// <param name="ApiId">The API.</param>
/// <param name="ResourceId">The resource.</param>
/// <param name="HttpMethod">The HTTP method, or <c>ANY</c>.</param>
internal sealed record StoredMethod(string ApiId, string ResourceId, string HttpMethod)
{
    public string Key => $"{ApiId}/{ResourceId}/{HttpMethod}";

    public bool ApiKeyRequired { get; init; }

    public string? OperationName { get; init; }

    /// <summary>The parameters that are declared. Without a validator none is demanded.</summary>
    public IReadOnlyDictionary<string, bool> RequestParameters { get; init; } = new Dictionary<string, bool>();

    /// <summary>The models that are declared. Without a validator no body is compared with one.</summary>
    public IReadOnlyDictionary<string, string> RequestModels { get; init; } = new Dictionary<string, string>();

    /// <summary>What answers; null until it is put.</summary>
    public StoredIntegration? Integration { get; init; }
}
