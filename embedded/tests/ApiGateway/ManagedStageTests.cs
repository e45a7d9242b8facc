using System.Text.Json.Nodes;

namespace EmbeddedAws.Tests.ApiGateway;

/// <summary>The operations on deployments, stages, gateway responses and the account.</summary>
public sealed class ManagedStageTests
{
    private EmbeddedCloud _cloud = null!;
    private ManagedApi _api = null!;

    [SetUp]
    public async Task StartACloudWithAStage()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        _api = await ManagedApi.DeployAsync(_cloud);
    }

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [Test]
    public async Task A_deployment_stays_while_a_stage_serves_it()
    {
        var stage = await _api.CallAsync("GetStage", """{"stageName":"dev"}""");
        var id = $$"""{"deploymentId":"{{stage["deploymentId"]}}"}""";

        var refusal = await _api.RefusalAsync("DeleteDeployment", id);
        await _api.CallAsync("DeleteStage", """{"stageName":"dev"}""");
        var deleted = await _api.RefusalAsync("DeleteDeployment", id);

        Assert.That(refusal, Is.EqualTo("400 BadRequestException: Active stages pointing to this deployment must be moved or deleted"));
        Assert.That(deleted, Is.Null);
    }

    [Test]
    public async Task A_deployment_tells_what_it_has()
    {
        var id = await _api.DeploymentAsync();

        var plain = await _api.CallAsync("GetDeployment", $$"""{"deploymentId":"{{id}}"}""");
        var embedded = await _api.CallAsync("GetDeployment", $$"""{"deploymentId":"{{id}}","embed":["apisummary"]}""");

        Assert.That(plain.ContainsKey("apiSummary"), Is.False);
        Assert.That(embedded["apiSummary"]!.ToJsonString(), Is.EqualTo("""{"/images/{id}":{"GET":{"authorizationType":"NONE","apiKeyRequired":false}}}"""));
    }

    [Test]
    public async Task A_deployment_makes_a_stage_or_moves_it()
    {
        var first = await _api.CallAsync("CreateDeployment", """{"stageName":"live","stageDescription":"Text."}""");
        var second = await _api.CallAsync("CreateDeployment", """{"stageName":"live"}""");

        var stage = await _api.CallAsync("GetStage", """{"stageName":"live"}""");

        Assert.That((string?)stage["deploymentId"], Is.EqualTo((string?)second["id"]).And.Not.EqualTo((string?)first["id"]));
        Assert.That((string?)stage["description"], Is.EqualTo("Text."));
    }

    [Test]
    public async Task The_settings_of_methods_are_given_back()
    {
        await _api.PatchStageAsync("/*/*/throttling/rateLimit", "100.5");
        await _api.PatchStageAsync("/*/*/logging/loglevel", "INFO");
        await _api.PatchStageAsync("/~1images~1{id}/GET/throttling/burstLimit", "7");
        await _api.PatchStageAsync("/images/{id}/GET/metrics/enabled", "true");

        var settings = (await _api.CallAsync("GetStage", """{"stageName":"dev"}"""))["methodSettings"]!.AsObject();
        var left = (await _api.PatchStageAsync("/images/{id}/GET", "", "remove"))["methodSettings"]!.AsObject();

        Assert.That(settings.Select(entry => entry.Key), Is.EqualTo(["*/*", "images/{id}/GET"]));
        Assert.That($"{settings["*/*"]!["throttlingRateLimit"]} {settings["*/*"]!["loggingLevel"]}", Is.EqualTo("100.5 INFO"));
        Assert.That($"{settings["images/{id}/GET"]!["throttlingBurstLimit"]} {settings["images/{id}/GET"]!["metricsEnabled"]}", Is.EqualTo("7 true"));
        Assert.That(left.Select(entry => entry.Key), Is.EqualTo(["*/*"]));
    }

    [Test]
    public async Task The_access_log_is_given_back()
    {
        await _api.PatchStageAsync("/accessLogSettings/destinationArn", "arn:aws:logs:us-east-1:000000000000:log-group:api:*");
        await _api.PatchStageAsync("/accessLogSettings/format", "$context.requestId");
        var set = await _api.PatchStageAsync("/tracingEnabled", "true");

        var removed = await _api.PatchStageAsync("/accessLogSettings", "", "remove");

        Assert.That(set["accessLogSettings"]!.ToJsonString(), Is.EqualTo("""{"destinationArn":"arn:aws:logs:us-east-1:000000000000:log-group:api","format":"$context.requestId"}"""));
        Assert.That((removed.ContainsKey("accessLogSettings"), (bool)removed["tracingEnabled"]!), Is.EqualTo((false, true)));
    }

    [TestCase("/variables/a", "b")]
    [TestCase("/cacheClusterEnabled", "true")]
    [TestCase("/*/GET/logging/loglevel", "INFO")]
    [TestCase("/*/*/logging/loglevel", "ALL")]
    [TestCase("/*/*/throttling/other", "1")]
    [TestCase("/*/*/throttling/rateLimit", "NaN")]
    [TestCase("/*/*/throttling/burstLimit", "many")]
    [TestCase("/*/*", "1")]
    [TestCase("/deploymentId", "none")]
    [TestCase("/", "none")]
    [TestCase("", "none")]
    public async Task A_change_that_a_stage_does_not_take_is_refused(string path, string value)
    {
        var refusal = await _api.RefusalAsync("UpdateStage", $$"""{"stageName":"dev","patchOperations":[{"op":"replace","path":"{{path}}","value":"{{value}}"}]}""");

        Assert.That(refusal, Does.StartWith("400 BadRequestException: "));
    }

    [TestCase("CreateStage", """{"stageName":"dev","deploymentId":"ID"}""", "409 ConflictException: Stage already exists")]
    [TestCase("CreateStage", """{"stageName":"a b","deploymentId":"ID"}""", "400 BadRequestException: Stage name only allows")]
    [TestCase("CreateStage", """{"stageName":"b","deploymentId":"none"}""", "400 BadRequestException: Deployment id does not exist")]
    [TestCase("CreateStage", """{"stageName":"b","deploymentId":"ID","variables":{"a":"b"}}""", "400 BadRequestException: The embedded cloud does not support variables of CreateStage.")]
    [TestCase("GetStage", """{"stageName":"none"}""", "404 NotFoundException: Invalid stage identifier specified")]
    [TestCase("GetDeployment", """{"deploymentId":"none"}""", "404 NotFoundException: Invalid Deployment identifier specified")]
    [TestCase("FlushStageCache", """{"stageName":"dev"}""", "400 UnknownOperationException: The embedded cloud does not support FlushStageCache of apigateway.")]
    [TestCase("PutGatewayResponse", """{"responseType":"NONE"}""", "400 BadRequestException: Invalid response type specified in the request")]
    [TestCase("PutGatewayResponse", """{"responseType":"THROTTLED","statusCode":"abc"}""", "400 BadRequestException: Invalid status code specified in the request")]
    [TestCase("PutGatewayResponse", """{"responseType":"THROTTLED","responseParameters":{"gatewayresponse.header.A":"method.request.header.B"}}""", "400 BadRequestException: The embedded cloud does not support the value method.request.header.B")]
    [TestCase("PutGatewayResponse", """{"responseType":"THROTTLED","responseTemplates":{"text/html":"a"}}""", "400 BadRequestException: The embedded cloud does not support gateway responses of the media type text/html")]
    [TestCase("PutGatewayResponse", """{"responseType":"THROTTLED","responseTemplates":{"application/json":"$context.identity.sourceIp"}}""", "400 BadRequestException: The embedded cloud does not support the variable $context.identity.sourceIp")]
    [TestCase("DeleteGatewayResponse", """{"responseType":"THROTTLED"}""", "404 NotFoundException: Gateway response type not defined on api")]
    public async Task What_is_wrong_is_refused(string operation, string members, string refusal)
    {
        var id = await _api.DeploymentAsync();

        var refused = await _api.RefusalAsync(operation, members.Replace("ID", id, StringComparison.Ordinal));

        Assert.That(refused, Does.StartWith(refusal));
    }

    [Test]
    public async Task An_API_without_methods_or_integrations_is_not_deployed()
    {
        var api = await ManagedApi.CreateAsync(_cloud, """{"name":"empty"}""");

        var empty = await api.RefusalAsync("CreateDeployment");
        await api.CallAsync("PutMethod", $$"""{"resourceId":"{{api.RootId}}","httpMethod":"GET","authorizationType":"NONE"}""");
        var bare = await api.RefusalAsync("CreateDeployment");

        Assert.That((empty, bare), Is.EqualTo(("400 BadRequestException: The REST API doesn't contain any methods", "400 BadRequestException: No integration defined for method")));
    }

    [Test]
    public async Task A_gateway_response_is_API_Gateways_own_until_it_is_set()
    {
        var before = await _api.CallAsync("GetGatewayResponse", """{"responseType":"THROTTLED"}""");
        await _api.CallAsync("PutGatewayResponse", """{"responseType":"THROTTLED","statusCode":"503","responseParameters":{"gatewayresponse.header.A":"'b'"}}""");
        await _api.CallAsync("UpdateGatewayResponse", """{"responseType":"THROTTLED","patchOperations":[{"op":"add","path":"/responseTemplates/application~1json","value":"text"}]}""");
        var set = await _api.CallAsync("GetGatewayResponse", """{"responseType":"THROTTLED"}""");
        await _api.CallAsync("DeleteGatewayResponse", """{"responseType":"THROTTLED"}""");
        var after = await _api.CallAsync("GetGatewayResponse", """{"responseType":"THROTTLED"}""");

        Assert.That(before.ToJsonString(), Is.EqualTo(after.ToJsonString()));
        Assert.That($"{before["statusCode"]} {before["defaultResponse"]} {before["responseTemplates"]!["application/json"]}", Is.EqualTo("""429 true {"message":$context.error.messageString}"""));
        Assert.That(set["responseTemplates"]!.ToJsonString() + set["responseParameters"]!.ToJsonString(), Is.EqualTo("""{"application/json":"text"}{"gatewayresponse.header.A":"\u0027b\u0027"}"""));
        Assert.That($"{set["statusCode"]} {set["defaultResponse"]}", Is.EqualTo("503 false"));
    }

    [Test]
    public async Task The_account_takes_a_role_that_API_Gateway_may_take_on()
    {
        var lambda = _cloud.Iam.CreateRole("functions");
        await _cloud.CallAsync("iam", "CreateRole", new JsonObject
        {
            ["RoleName"] = "logs",
            ["AssumeRolePolicyDocument"] = """{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"apigateway.amazonaws.com"}}]}""",
        }.ToJsonString());

        var refusal = await _cloud.RefusalAsync("apigateway", "UpdateAccount", Account(lambda.Arn));
        var set = await _cloud.CallAsync("apigateway", "UpdateAccount", Account(_cloud.Iam.Role("logs").Arn));
        await _cloud.CallAsync("apigateway", "UpdateAccount", Account(""));
        var account = await _cloud.CallAsync("apigateway", "GetAccount", "{}");

        Assert.That(refusal, Does.StartWith("400 BadRequestException: The role ARN does not have required permissions configured."));
        Assert.That((string?)set["cloudwatchRoleArn"], Is.EqualTo("arn:aws:iam::000000000000:role/logs"));
        Assert.That(account.ToJsonString(), Is.EqualTo("""{"throttleSettings":{"burstLimit":5000,"rateLimit":10000},"features":["UsagePlans"],"apiKeyVersion":"4"}"""));
    }

    private static string Account(string role) => $$"""{"patchOperations":[{"op":"replace","path":"/cloudwatchRoleArn","value":"{{role}}"}]}""";
}
