namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>A stage as it is kept: https://docs.aws.amazon.com/apigateway/latest/api/API_Stage.html.</summary>
/// <param name="ApiId">The API.</param>
/// <param name="Name">Its name, which is in the URL.</param>
/// <param name="DeploymentId">What it serves.</param>
/// <param name="Created">When it was made.</param>
internal sealed record StoredStage(string ApiId, string Name, string DeploymentId, DateTimeOffset Created)
{
    public string Key => $"{ApiId}/{Name}";

    public string? Description { get; init; }

    public DateTimeOffset Updated { get; init; } = Created;

    /// <summary>Traces go nowhere here.</summary>
    public bool TracingEnabled { get; init; }

    /// <summary>Settings by method: <c>*/*</c> for all, or <c>images/{id}/GET</c>.</summary>
    public IReadOnlyDictionary<string, MethodSetting> MethodSettings { get; init; } = new Dictionary<string, MethodSetting>();

    /// <summary>Where a line for each request goes.</summary>
    public string? AccessLogDestination { get; init; }

    /// <summary>What such a line has.</summary>
    public string? AccessLogFormat { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
