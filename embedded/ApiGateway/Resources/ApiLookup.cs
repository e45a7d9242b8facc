using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Finds what a request names, or says with AWS's words that it is not there.</summary>
internal static class ApiLookup
{
    public static StoredApi Api(this IResources resources, string id) =>
        resources.Find<StoredApi>(id) ?? throw ApiErrors.NotFound($"Invalid API identifier specified {Arn.Account}:{id}");

    public static StoredResource Resource(this IResources resources, string apiId, string id) =>
        resources.Find<StoredResource>($"{resources.Api(apiId).Id}/{id}") ?? throw ApiErrors.NotFound("Invalid Resource identifier specified");

    public static StoredMethod Method(this IResources resources, string apiId, string resourceId, string httpMethod) =>
        resources.Find<StoredMethod>($"{resources.Resource(apiId, resourceId).Key}/{httpMethod}") ?? throw ApiErrors.NotFound("Invalid Method identifier specified");

    public static StoredIntegration Integration(this StoredMethod method) =>
        method.Integration ?? throw ApiErrors.NotFound("Invalid Integration identifier specified");

    public static StoredDeployment Deployment(this IResources resources, string apiId, string id) =>
        resources.Find<StoredDeployment>($"{resources.Api(apiId).Id}/{id}") ?? throw ApiErrors.NotFound("Invalid Deployment identifier specified");

    public static StoredStage Stage(this IResources resources, string apiId, string name) =>
        resources.Find<StoredStage>($"{resources.Api(apiId).Id}/{name}") ?? throw ApiErrors.NotFound("Invalid stage identifier specified");

    public static StoredApiKey ApiKey(this IResources resources, string id) =>
        resources.Find<StoredApiKey>(id) ?? throw ApiErrors.NotFound("Invalid API Key identifier specified");

    public static StoredUsagePlan UsagePlan(this IResources resources, string id) =>
        resources.Find<StoredUsagePlan>(id) ?? throw ApiErrors.NotFound("Invalid Usage Plan ID specified");

    public static StoredUsagePlanKey UsagePlanKey(this IResources resources, string planId, string keyId) =>
        resources.Find<StoredUsagePlanKey>($"{resources.UsagePlan(planId).Id}/{keyId}") ?? throw ApiErrors.NotFound("Invalid API Key identifier specified");

    /// <summary>An id that nothing of its kind has.</summary>
    public static string NewId<T>(this IResources resources, Func<string> make, string prefix = "")
        where T : class
    {
        while (true)
        {
            var id = make();
            if (resources.Find<T>(prefix + id) is null)
                return id;
        }
    }
}
