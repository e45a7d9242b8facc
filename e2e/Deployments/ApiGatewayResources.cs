using System.Globalization;
using System.Text.Json.Nodes;
using EmbeddedAws;
using EmbeddedAws.ControlPlane;

namespace ImageService.E2E.Deployments;

/// <summary>The REST API: its resources, their methods, what the gateway answers by itself, and the stage.</summary>
internal sealed class ApiGatewayResources(EmbeddedCloud cloud)
{
    public async Task<Created> CreateApi(Inputs inputs)
    {
        var api = await CallAsync("CreateRestApi", new JsonObject
        {
            ["name"] = inputs.Required("name"),
            ["description"] = inputs.Required("description"),
            ["binaryMediaTypes"] = inputs.Node("binaryMediaTypes")!.DeepClone(),
            ["endpointConfiguration"] = new JsonObject { ["types"] = new JsonArray((string?)inputs.Node("endpointConfiguration")!["types"]) },
            ["tags"] = inputs.Node("tags")!.DeepClone(),
        });
        var id = (string)api["id"]!;
        return new Created(id, ("rootResourceId", (string)api["rootResourceId"]!), ("executionArn", Arn.Of("execute-api", id)));
    }

    public async Task<Created> CreateResource(Inputs inputs)
    {
        var resource = await CallAsync("CreateResource", new JsonObject
        {
            ["restApiId"] = inputs.Required("restApi"),
            ["parentId"] = inputs.Required("parentId"),
            ["pathPart"] = inputs.Required("pathPart"),
        });
        return new Created((string)resource["id"]!);
    }

    public async Task<Created> PutMethod(Inputs inputs)
    {
        await CallAsync("PutMethod", OfMethod(inputs, new JsonObject
        {
            ["authorizationType"] = inputs.Required("authorization"),
            ["apiKeyRequired"] = (bool)inputs.Node("apiKeyRequired")!,
        }));
        return new Created($"{inputs.Required("resourceId")}-{inputs.Required("httpMethod")}");
    }

    public async Task<Created> PutIntegration(Inputs inputs)
    {
        await CallAsync("PutIntegration", OfMethod(inputs, new JsonObject
        {
            ["type"] = inputs.Required("type"),
            ["integrationHttpMethod"] = inputs.Required("integrationHttpMethod"),
            ["uri"] = inputs.Required("uri"),
        }));
        return new Created($"{inputs.Required("resourceId")}-{inputs.Required("httpMethod")}-integration");
    }

    public async Task<Created> PutGatewayResponse(Inputs inputs)
    {
        var (api, type) = (inputs.Required("restApiId"), inputs.Required("responseType"));
        await CallAsync("PutGatewayResponse", new JsonObject
        {
            ["restApiId"] = api,
            ["responseType"] = type,
            ["statusCode"] = inputs.Required("statusCode"),
            ["responseTemplates"] = inputs.Node("responseTemplates")!.DeepClone(),
            ["responseParameters"] = inputs.Node("responseParameters")!.DeepClone(),
        });
        return new Created($"{api}-{type}");
    }

    public async Task<Created> CreateDeployment(Inputs inputs)
    {
        if (inputs.Node("triggers") is not JsonObject { Count: > 0 })
            throw new NotSupportedException("A deployment without triggers is never made anew.");
        var deployment = await CallAsync("CreateDeployment", new JsonObject { ["restApiId"] = inputs.Required("restApi") });
        return new Created((string)deployment["id"]!);
    }

    public async Task<Created> CreateStage(Inputs inputs)
    {
        var (api, stage) = (inputs.Required("restApi"), inputs.Required("stageName"));
        await CallAsync("CreateStage", new JsonObject
        {
            ["restApiId"] = api,
            ["stageName"] = stage,
            ["deploymentId"] = inputs.Required("deployment"),
            ["tracingEnabled"] = (bool)inputs.Node("xrayTracingEnabled")!,
        });
        return new Created($"ags-{api}-{stage}", ("invokeUrl", $"https://{api}.execute-api.{Arn.Region}.amazonaws.com/{stage}"));
    }

    public async Task<Created> PutMethodSettings(Inputs inputs)
    {
        var (api, stage, path) = (inputs.Required("restApi"), inputs.Required("stageName"), inputs.Required("methodPath"));
        var settings = inputs.Node("settings")!;
        await CallAsync("UpdateStage", new JsonObject
        {
            ["restApiId"] = api,
            ["stageName"] = stage,
            ["patchOperations"] = new JsonArray(Replace("throttling/rateLimit", settings["throttlingRateLimit"]!), Replace("throttling/burstLimit", settings["throttlingBurstLimit"]!)),
        });
        return new Created($"{api}-{stage}-{path}");

        JsonObject Replace(string setting, JsonNode value) => new()
        {
            ["op"] = "replace",
            ["path"] = $"/{path}/{setting}",
            ["value"] = ((double)value).ToString(CultureInfo.InvariantCulture),
        };
    }

    private static JsonObject OfMethod(Inputs inputs, JsonObject members)
    {
        members["restApiId"] = inputs.Required("restApi");
        members["resourceId"] = inputs.Required("resourceId");
        members["httpMethod"] = inputs.Required("httpMethod");
        return members;
    }

    private Task<JsonObject> CallAsync(string operation, JsonObject members) => cloud.CallAsync("apigateway", operation, members);
}
