using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Finds what a request names, or says with AWS's words that it is not there.</summary>
internal static class ApiLookup
{
    public static StoredApi Api(this ResourceChange change, string id) =>
        change.Find<StoredApi>(id) ?? throw ApiErrors.NotFound($"Invalid API identifier specified {Arn.Account}:{id}");

    public static StoredResource Resource(this ResourceChange change, string apiId, string id) =>
        change.Find<StoredResource>($"{change.Api(apiId).Id}/{id}") ?? throw ApiErrors.NotFound("Invalid Resource identifier specified");

    public static StoredMethod Method(this ResourceChange change, string apiId, string resourceId, string httpMethod) =>
        change.Find<StoredMethod>($"{change.Resource(apiId, resourceId).Key}/{httpMethod}") ?? throw ApiErrors.NotFound("Invalid Method identifier specified");

    public static StoredIntegration Integration(this StoredMethod method) =>
        method.Integration ?? throw ApiErrors.NotFound("Invalid Integration identifier specified");

    public static StoredDeployment Deployment(this ResourceChange change, string apiId, string id) =>
        change.Find<StoredDeployment>($"{change.Api(apiId).Id}/{id}") ?? throw ApiErrors.NotFound("Invalid Deployment identifier specified");

    public static StoredStage Stage(this ResourceChange change, string apiId, string name) =>
        change.Find<StoredStage>($"{change.Api(apiId).Id}/{name}") ?? throw ApiErrors.NotFound("Invalid stage identifier specified");

    public static StoredApiKey ApiKey(this ResourceChange change, string id) =>
        change.Find<StoredApiKey>(id) ?? throw ApiErrors.NotFound("Invalid API Key identifier specified");

    public static StoredUsagePlan UsagePlan(this ResourceChange change, string id) =>
        change.Find<StoredUsagePlan>(id) ?? throw ApiErrors.NotFound("Invalid Usage Plan ID specified");

    public static StoredUsagePlanKey UsagePlanKey(this ResourceChange change, string planId, string keyId) =>
        change.Find<StoredUsagePlanKey>($"{change.UsagePlan(planId).Id}/{keyId}") ?? throw ApiErrors.NotFound("Invalid API Key identifier specified");

    /// <summary>An id that nothing of its kind has.</summary>
    public static string NewId<T>(this ResourceChange change, Func<string> make, string prefix = "")
        where T : class
    {
        while (true)
        {
            var id = make();
            if (change.Find<T>(prefix + id) is null)
                return id;
        }
    }
}
