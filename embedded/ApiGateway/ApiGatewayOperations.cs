using EmbeddedAws.ApiGateway.Operations;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;

namespace EmbeddedAws.ApiGateway;

/// <summary>The operations of API Gateway, and where they are: https://docs.aws.amazon.com/apigateway/latest/api/API_Operations.html.</summary>
internal static class ApiGatewayOperations
{
    private const string Api = "/restapis/{restApiId}";
    private const string Resource = $"{Api}/resources/{{resourceId}}";
    private const string Method = $"{Resource}/methods/{{httpMethod}}";
    private const string Response = $"{Api}/gatewayresponses/{{responseType}}";
    private const string Deployment = $"{Api}/deployments/{{deploymentId}}";
    private const string Stage = $"{Api}/stages/{{stageName}}";
    private const string Key = "/apikeys/{apiKey}";
    private const string Plan = "/usageplans/{usagePlanId}";
    private const string PlanKey = $"{Plan}/keys/{{keyId}}";
    private const string Tags = "/tags/{resourceArn+}";

    public static IReadOnlyList<ControlRoute> All(ResourceStore resources, IamService iam, TimeProvider time) =>
    [
        new("POST", "/restapis", 201, new CreateRestApi(resources, time)),
        new("GET", "/restapis", 200, new GetRestApis(resources)),
        new("GET", Api, 200, new GetRestApi(resources)),
        new("PATCH", Api, 200, new UpdateRestApi(resources)),
        new("DELETE", Api, 202, new DeleteRestApi(resources)),
        new("GET", $"{Api}/resources", 200, new GetResources(resources)),
        new("POST", $"{Api}/resources/{{parentId}}", 201, new CreateResource(resources)),
        new("GET", Resource, 200, new GetResource(resources)),
        new("PATCH", Resource, 200, new UpdateResource(resources)),
        new("DELETE", Resource, 202, new DeleteResource(resources)),
        new("PUT", Method, 201, new PutMethod(resources)),
        new("GET", Method, 200, new GetMethod(resources)),
        new("PATCH", Method, 200, new UpdateMethod(resources)),
        new("DELETE", Method, 204, new DeleteMethod(resources)),
        new("PUT", $"{Method}/integration", 201, new PutIntegration(resources)) { Names = new() { ["httpMethod"] = "integrationHttpMethod" } },
        new("GET", $"{Method}/integration", 200, new GetIntegration(resources)),
        new("PATCH", $"{Method}/integration", 200, new UpdateIntegration(resources)),
        new("DELETE", $"{Method}/integration", 204, new DeleteIntegration(resources)),
        new("GET", $"{Api}/gatewayresponses", 200, new GetGatewayResponses(resources)),
        new("PUT", Response, 201, new PutGatewayResponse(resources)),
        new("GET", Response, 200, new GetGatewayResponse(resources)),
        new("PATCH", Response, 200, new UpdateGatewayResponse(resources)),
        new("DELETE", Response, 202, new DeleteGatewayResponse(resources)),
        new("POST", $"{Api}/deployments", 201, new CreateDeployment(resources, time)),
        new("GET", $"{Api}/deployments", 200, new GetDeployments(resources)),
        new("GET", Deployment, 200, new GetDeployment(resources)),
        new("PATCH", Deployment, 200, new UpdateDeployment(resources)),
        new("DELETE", Deployment, 202, new DeleteDeployment(resources)),
        new("POST", $"{Api}/stages", 201, new CreateStage(resources, time)),
        new("GET", $"{Api}/stages", 200, new GetStages(resources)),
        new("GET", Stage, 200, new GetStage(resources)),
        new("PATCH", Stage, 200, new UpdateStage(resources, time)),
        new("DELETE", Stage, 202, new DeleteStage(resources)),
        new("GET", "/account", 200, new GetAccount(resources)),
        new("PATCH", "/account", 200, new UpdateAccount(resources, iam)),
        new("POST", "/apikeys", 201, new CreateApiKey(resources, time)),
        new("GET", "/apikeys", 200, new GetApiKeys(resources)) { Names = new() { ["name"] = "nameQuery" } },
        new("GET", Key, 200, new GetApiKey(resources)),
        new("PATCH", Key, 200, new UpdateApiKey(resources, time)),
        new("DELETE", Key, 202, new DeleteApiKey(resources)),
        new("POST", "/usageplans", 201, new CreateUsagePlan(resources, time)),
        new("GET", "/usageplans", 200, new GetUsagePlans(resources)),
        new("GET", Plan, 200, new GetUsagePlan(resources)),
        new("PATCH", Plan, 200, new UpdateUsagePlan(resources, time)),
        new("DELETE", Plan, 202, new DeleteUsagePlan(resources)),
        new("POST", $"{Plan}/keys", 201, new CreateUsagePlanKey(resources)),
        new("GET", $"{Plan}/keys", 200, new GetUsagePlanKeys(resources)) { Names = new() { ["name"] = "nameQuery" } },
        new("GET", PlanKey, 200, new GetUsagePlanKey(resources)),
        new("DELETE", PlanKey, 202, new DeleteUsagePlanKey(resources)),
        new("GET", Tags, 200, new GetTags(resources)),
        new("PUT", Tags, 204, new TagResource(resources)),
        new("DELETE", Tags, 204, new UntagResource(resources)),
    ];
}
