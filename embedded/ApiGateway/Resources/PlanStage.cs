namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>A stage that a usage plan is for: https://docs.aws.amazon.com/apigateway/latest/api/API_ApiStage.html.</summary>
/// <param name="ApiId">The API.</param>
/// <param name="Stage">The stage.</param>
internal sealed record PlanStage(string ApiId, string Stage)
{
    /// <summary>Limits of methods: <c>/uploads/POST</c>.</summary>
    public IReadOnlyDictionary<string, Throttle> Throttles { get; init; } = new Dictionary<string, Throttle>();

    /// <summary>Whether it is the same stage.</summary>
    public bool IsOf(string apiId, string stage) => ApiId == apiId && Stage == stage;
}
