using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedAws.Tests.ApiGateway;

/// <summary>API keys and usage plans that are made through the operations of API Gateway.</summary>
public sealed class ManagedUsagePlanTests
{
    private const string Anna = "the-key-of-anna-0123456789";
    private static readonly HttpClient Http = new();

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 6, 7, 8, 9, TimeSpan.Zero));
    private EmbeddedCloud _cloud = null!;
    private ManagedApi _api = null!;
    private string _key = null!;

    [SetUp]
    public async Task StartACloudWithAKeyedApi()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { Time = _time, ErrorLog = TextWriter.Null });
        _api = await ManagedApi.DeployAsync(_cloud, key: true);
        _key = (string)(await Call("CreateApiKey", $$"""{"name":"anna","value":"{{Anna}}","enabled":true}"""))["id"]!;
    }

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [Test]
    public async Task A_key_is_taken_while_it_is_in_a_plan_of_the_stage_and_enabled()
    {
        var statuses = new List<int> { await SendAsync() };
        var plan = await PlanAsync();
        statuses.Add(await SendAsync());
        await Call("UpdateApiKey", $$"""{"apiKey":"{{_key}}","patchOperations":[{"op":"replace","path":"/enabled","value":"false"}]}""");
        statuses.Add(await SendAsync());
        await Call("UpdateApiKey", $$"""{"apiKey":"{{_key}}","patchOperations":[{"op":"replace","path":"/enabled","value":"true"}]}""");
        statuses.Add(await SendAsync());
        await PatchAsync(plan, "remove", "/apiStages", "images:dev");
        statuses.Add(await SendAsync());
        await PatchAsync(plan, "add", "/apiStages", "images:dev");
        statuses.Add(await SendAsync());
        await Call("DeleteUsagePlanKey", $$"""{"usagePlanId":"{{plan}}","keyId":"{{_key}}"}""");
        statuses.Add(await SendAsync());

        Assert.That(statuses, Is.EqualTo([403, 200, 403, 200, 403, 200, 403]));
    }

    [Test]
    public async Task The_throttle_of_a_plan_is_changed_and_not_reset_by_other_changes()
    {
        var plan = await PlanAsync(""","throttle":{"rateLimit":1.0,"burstLimit":1}""");

        var first = await StatusesAsync(2);
        await PatchAsync(plan, "replace", "/description", "unrelated");
        var unrelated = await StatusesAsync(1);
        await PatchAsync(plan, "replace", "/throttle/burstLimit", "2");
        var raised = await StatusesAsync(3);
        await PatchAsync(plan, "remove", "/throttle", "");
        var removed = await StatusesAsync(3);

        Assert.That((first, unrelated, raised, removed), Is.EqualTo(("200 429", "429", "200 200 429", "200 200 200")));
    }

    [TestCase("/apiStages/images:dev/throttle/~1images~1{id}/GET")]
    [TestCase("/apiStages/images:dev/throttle//images/{id}/GET")]
    public async Task A_method_of_a_stage_has_a_throttle_of_its_own(string path)
    {
        var plan = await PlanAsync();

        await PatchAsync(plan, "replace", $"{path}/rateLimit", "0");
        var throttled = await PatchAsync(plan, "replace", $"{path}/burstLimit", "1");
        var first = await StatusesAsync(2);
        await PatchAsync(plan, "remove", path, "");
        var removed = await StatusesAsync(2);

        Assert.That(throttled["apiStages"]![0]!["throttle"]!.ToJsonString(), Is.EqualTo("""{"/images/{id}/GET":{"burstLimit":1,"rateLimit":0}}"""));
        Assert.That((first, removed), Is.EqualTo(("200 429", "200 200")));
    }

    [Test]
    public async Task The_quota_of_a_plan_counts_on_when_it_is_changed()
    {
        var plan = await PlanAsync(""","quota":{"limit":3,"offset":1,"period":"DAY"}""");

        var first = await StatusesAsync(3);
        await PatchAsync(plan, "replace", "/quota/limit", "4");
        var raised = await StatusesAsync(2);
        _time.Advance(TimeSpan.FromDays(1));
        var nextDay = await StatusesAsync(5);
        await PatchAsync(plan, "remove", "/quota", "");
        var removed = await StatusesAsync(1);

        Assert.That((first, raised, nextDay, removed), Is.EqualTo(("200 200 429", "200 429", "200 200 200 200 429", "200")));
    }

    [Test]
    public async Task A_key_counts_for_all_stages_of_its_plan_together()
    {
        await _api.CallAsync("CreateStage", $$"""{"stageName":"other","deploymentId":"{{await _api.DeploymentAsync()}}"}""");
        var plan = await PlanAsync(""","throttle":{"rateLimit":0,"burstLimit":2}""");
        await PatchAsync(plan, "add", "/apiStages", "images:other");

        int[] statuses = [await SendAsync(), await SendAsync("other"), await SendAsync(), await SendAsync("other")];

        Assert.That(statuses, Is.EqualTo([200, 200, 429, 429]));
    }

    [Test]
    public async Task The_value_of_a_key_is_given_back_where_it_is_asked_for()
    {
        var made = await Call("CreateApiKey", """{"name":"ben"}""");

        var without = await Call("GetApiKey", $$"""{"apiKey":"{{made["id"]}}"}""");
        var with = await Call("GetApiKey", $$"""{"apiKey":"{{made["id"]}}","includeValue":"true"}""");
        var listed = await Call("GetApiKeys", """{"nameQuery":"be","includeValues":"true"}""");

        Assert.That((string?)made["value"], Does.Match("^[A-Za-z0-9]{40}$"));
        Assert.That((without["value"], (bool)without["enabled"]!), Is.EqualTo(((JsonNode?)null, false)));
        Assert.That((string?)with["value"], Is.EqualTo((string?)made["value"]));
        Assert.That(listed["item"]!.AsArray().Select(key => (string?)key!["value"]), Is.EqualTo([(string?)made["value"]]));
    }

    [Test]
    public async Task The_keys_of_a_plan_are_listed_and_go_with_the_key()
    {
        var plan = await PlanAsync();

        var listed = await Call("GetUsagePlanKeys", $$"""{"usagePlanId":"{{plan}}"}""");
        var plans = await Call("GetUsagePlans", $$"""{"keyId":"{{_key}}"}""");
        await Call("DeleteApiKey", $$"""{"apiKey":"{{_key}}"}""");
        var left = await Call("GetUsagePlanKeys", $$"""{"usagePlanId":"{{plan}}"}""");

        Assert.That(listed["item"]!.ToJsonString(), Is.EqualTo($$"""[{"id":"{{_key}}","type":"API_KEY","value":"{{Anna}}","name":"anna"}]"""));
        Assert.That(plans["item"]!.AsArray().Select(item => (string?)item!["id"]), Is.EqualTo([plan]));
        Assert.That(left["item"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_key_is_in_one_plan_of_a_stage()
    {
        await PlanAsync();
        var second = (string)(await Call("CreateUsagePlan", """{"name":"second","apiStages":[{"apiId":"images","stage":"dev"}]}"""))["id"]!;

        var refusal = await Refusal("CreateUsagePlanKey", $$"""{"usagePlanId":"{{second}}","keyId":"{{_key}}","keyType":"API_KEY"}""");

        Assert.That(refusal, Does.StartWith($"409 ConflictException: Usage Plan {second} cannot be added because API Key cannot reference multiple Usage Plans"));
        Assert.That((await Call("GetUsagePlanKeys", $$"""{"usagePlanId":"{{second}}"}"""))["item"]!.AsArray(), Is.Empty);
    }

    [TestCase("CreateApiKey", """{"value":"short"}""", "400 BadRequestException: API Key value should be at least 20 characters")]
    [TestCase("CreateApiKey", $$"""{"value":"{{Anna}}"}""", "409 ConflictException: API Key already exists")]
    [TestCase("GetApiKey", """{"apiKey":"none"}""", "404 NotFoundException: Invalid API Key identifier specified")]
    [TestCase("GetUsagePlan", """{"usagePlanId":"none"}""", "404 NotFoundException: Invalid Usage Plan ID specified")]
    [TestCase("CreateUsagePlan", """{"name":"a","apiStages":[{"apiId":"images","stage":"none"}]}""", "404 NotFoundException: API Stage not found: images:none")]
    [TestCase("CreateUsagePlan", """{"name":"a","apiStages":[{"apiId":"images","stage":"dev","throttle":{"/a/GET":{},"a/GET":{}}}]}""", "400 BadRequestException: Invalid method path a/GET: it is there twice")]
    [TestCase("CreateUsagePlan", """{"name":"a","throttle":{"rateLimit":-1}}""", "400 BadRequestException: Usage plan throttle rate limit and burst limit must not be negative")]
    [TestCase("CreateUsagePlan", """{"name":"a","quota":{"limit":1,"period":"YEAR"}}""", "400 BadRequestException: Usage plan quota period must be DAY, WEEK or MONTH")]
    [TestCase("CreateUsagePlan", """{"name":"a","quota":{"limit":0,"period":"DAY"}}""", "400 BadRequestException: Usage plan quota limit must be at least 1")]
    [TestCase("DeleteUsagePlan", """{"usagePlanId":"PLAN"}""", "400 BadRequestException: Cannot delete usage plan")]
    [TestCase("UpdateUsagePlan", """{"usagePlanId":"PLAN","patchOperations":[{"op":"add","path":"/apiStages/images:none/throttle/a/GET/rateLimit","value":"1"}]}""", "404 NotFoundException: API Stage not found: images:none")]
    [TestCase("UpdateUsagePlan", """{"usagePlanId":"PLAN","patchOperations":[{"op":"replace","path":"/apiStages","value":"a"}]}""", "400 BadRequestException: Invalid patch path '/apiStages'")]
    [TestCase("GetUsage", """{"usagePlanId":"PLAN"}""", "400 UnknownOperationException: The embedded cloud does not support GetUsage of apigateway.")]
    public async Task What_is_wrong_is_refused(string operation, string members, string refusal)
    {
        var plan = await PlanAsync();

        var refused = await Refusal(operation, members.Replace("PLAN", plan, StringComparison.Ordinal));

        Assert.That(refused, Does.StartWith(refusal));
    }

    private async Task<string> PlanAsync(string settings = "")
    {
        var plan = (string)(await Call("CreateUsagePlan", $$"""{"name":"plan","apiStages":[{"apiId":"images","stage":"dev"}]{{settings}}}"""))["id"]!;
        await Call("CreateUsagePlanKey", $$"""{"usagePlanId":"{{plan}}","keyId":"{{_key}}","keyType":"API_KEY"}""");
        return plan;
    }

    private Task<JsonObject> PatchAsync(string plan, string op, string path, string value) =>
        Call("UpdateUsagePlan", $$"""{"usagePlanId":"{{plan}}","patchOperations":[{"op":"{{op}}","path":"{{path}}","value":"{{value}}"}]}""");

    private async Task<string> StatusesAsync(int count)
    {
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
            statuses.Add(await SendAsync());
        return string.Join(' ', statuses);
    }

    private async Task<int> SendAsync(string stage = "dev")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _api.Url("/images/1", stage));
        request.Headers.Add("x-api-key", Anna);
        using var answer = await Http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private Task<JsonObject> Call(string operation, string members) => _cloud.CallAsync("apigateway", operation, members);

    private Task<string?> Refusal(string operation, string members) => _cloud.RefusalAsync("apigateway", operation, members);
}
