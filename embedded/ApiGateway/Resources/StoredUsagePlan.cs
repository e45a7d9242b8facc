namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>A usage plan as it is kept: https://docs.aws.amazon.com/apigateway/latest/api/API_UsagePlan.html.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
internal sealed record StoredUsagePlan(string Id, string Name)
{
    public string? Description { get; init; }

    /// <summary>What AWS Marketplace would call it.</summary>
    public string? ProductCode { get; init; }

    public Throttle? Throttle { get; init; }

    public Quota? Quota { get; init; }

    public IReadOnlyList<PlanStage> Stages { get; init; } = [];

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
