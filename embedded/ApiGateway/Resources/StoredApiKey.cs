namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>An API key as it is kept: https://docs.aws.amazon.com/apigateway/latest/api/API_ApiKey.html.</summary>
/// <param name="Id">What it is called where its value must not be seen.</param>
/// <param name="Value">What clients send.</param>
/// <param name="Created">When it was made.</param>
internal sealed record StoredApiKey(string Id, string Value, DateTimeOffset Created)
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? CustomerId { get; init; }

    /// <summary>Whether requests with it are taken.</summary>
    public bool Enabled { get; init; }

    public DateTimeOffset Updated { get; init; } = Created;

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The id alone: what is written out may end up in a log.</summary>
    public override string ToString() => Id;
}
