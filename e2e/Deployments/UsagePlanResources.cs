using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using EmbeddedAws.ApiGateway;

namespace ImageService.E2E.Deployments;

/// <summary>The API key that the program makes, and its usage plan. Further keys are in that plan, as an operator adds them.</summary>
/// <param name="values">The values of the keys, that of the program first.</param>
internal sealed class UsagePlanResources(IReadOnlyList<string> values)
{
    private readonly ConcurrentDictionary<string, JsonObject> _plans = [];
    private readonly ConcurrentBag<(string Plan, string Key)> _keys = [];

    public Task<Created> CreateKey(Inputs inputs)
    {
        inputs.WithoutEffect("name", "description");
        return Task.FromResult(new Created(IdOf(0), ("value", values[0])));
    }

    public Task<Created> CreatePlan(Inputs inputs)
    {
        var id = $"plan-{inputs.ResourceName}";
        inputs.WithoutEffect("name");
        _plans[id] = new JsonObject { ["stages"] = inputs.Node("apiStages")!.DeepClone(), ["throttle"] = inputs.Node("throttleSettings")!.DeepClone() };
        return Task.FromResult(new Created(id));
    }

    public Task<Created> AddKey(Inputs inputs)
    {
        inputs.Expect("keyType", "\"API_KEY\"");
        var (plan, key) = (inputs.Required("usagePlanId"), inputs.Required("keyId"));
        _keys.Add((plan, key));
        return Task.FromResult(new Created($"{plan}/{key}"));
    }

    /// <summary>The plans of a stage that have a key.</summary>
    public IReadOnlyList<UsagePlan> Build(string api, string stage) =>
    [
        .. from plan in _plans
           from ofStage in plan.Value["stages"]!.AsArray()
           where (string?)ofStage!["apiId"] == api && (string?)ofStage["stage"] == stage && _keys.Contains((plan.Key, IdOf(0)))
           select new UsagePlan([.. values.Select((value, number) => new ApiKey(IdOf(number), value))])
           {
               Throttle = ThrottleOf(plan.Value["throttle"]!),
               MethodThrottles = ofStage["throttles"]!.AsArray().ToDictionary(throttle => (string)throttle!["path"]!, throttle => ThrottleOf(throttle!)),
           },
    ];

    private static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"key-{number}");

    private static Throttle ThrottleOf(JsonNode throttle) => new((double)throttle["rateLimit"]!, (int)(double)throttle["burstLimit"]!);
}
