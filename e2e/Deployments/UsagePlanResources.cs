using System.Text.Json.Nodes;
using EmbeddedAws;

namespace ImageService.E2E.Deployments;

/// <summary>The API key that the program makes, and its usage plan. Further keys are in that plan, as an operator adds them.</summary>
/// <param name="cloud">Where they are made.</param>
/// <param name="values">The values of the keys, that of the program first.</param>
internal sealed class UsagePlanResources(EmbeddedCloud cloud, IReadOnlyList<string> values)
{
    public Task<Created> CreateKey(Inputs inputs)
    {
        inputs.WithoutEffect("description");
        return CreateKeyAsync(inputs.Required("name"), values[0]);
    }

    public async Task<Created> CreatePlan(Inputs inputs)
    {
        var plan = await CallAsync("CreateUsagePlan", new JsonObject
        {
            ["name"] = inputs.Required("name"),
            ["apiStages"] = new JsonArray([.. inputs.Node("apiStages")!.AsArray().Select(stage => StageOf(stage!))]),
            ["throttle"] = ThrottleOf(inputs.Node("throttleSettings")!),
        });
        return new Created((string)plan["id"]!);
    }

    public async Task<Created> AddKey(Inputs inputs)
    {
        var (plan, key) = (inputs.Required("usagePlanId"), inputs.Required("keyId"));
        await AddKeyAsync(plan, key, inputs.Required("keyType"));
        foreach (var (number, value) in values.Index().Skip(1))
            await AddKeyAsync(plan, (await CreateKeyAsync($"key-{number}", value)).Id, "API_KEY");
        return new Created($"{plan}/{key}");
    }

    private async Task<Created> CreateKeyAsync(string name, string value)
    {
        var key = await CallAsync("CreateApiKey", new JsonObject { ["name"] = name, ["value"] = value, ["enabled"] = true });
        return new Created((string)key["id"]!, ("value", value));
    }

    private Task<JsonObject> AddKeyAsync(string plan, string key, string type) =>
        CallAsync("CreateUsagePlanKey", new JsonObject { ["usagePlanId"] = plan, ["keyId"] = key, ["keyType"] = type });

    /// <summary>AWS has the throttles of methods as a map by path.</summary>
    private static JsonObject StageOf(JsonNode stage) => new()
    {
        ["apiId"] = (string?)stage["apiId"],
        ["stage"] = (string?)stage["stage"],
        ["throttle"] = new JsonObject(stage["throttles"]!.AsArray().Select(throttle => KeyValuePair.Create(
            (string)throttle!["path"]!,
            (JsonNode?)ThrottleOf(throttle)))),
    };

    private static JsonObject ThrottleOf(JsonNode throttle) => new() { ["rateLimit"] = (double)throttle["rateLimit"]!, ["burstLimit"] = (int)(double)throttle["burstLimit"]! };

    private Task<JsonObject> CallAsync(string operation, JsonObject members) => cloud.CallAsync("apigateway", operation, members);
}
