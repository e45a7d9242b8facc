using System.Text.Json.Nodes;
using ImageService.Handlers.Routing;

namespace ImageService.E2E.Stack;

/// <summary>The API, its own answers and its stage.</summary>
public sealed class ApiTests
{
    [Test]
    public async Task It_is_regional_and_takes_bytes_of_any_type()
    {
        var run = await StackRun.Prod();

        var api = run.The("RestApi").Inputs;

        Assert.That((string?)api["name"], Is.EqualTo("image-service-prod"));
        Assert.That((string?)api["description"], Is.EqualTo("Stores, lists and serves images."));
        Assert.That((string?)api["endpointConfiguration"]!["types"], Is.EqualTo("REGIONAL"));
        Assert.That(api["binaryMediaTypes"]!.AsArray().Select(type => (string?)type), Is.EqualTo(["*/*", "image/*"]));
    }

    [Test]
    public async Task All_its_parts_belong_to_it()
    {
        var run = await StackRun.Prod();

        string[] parts = ["Resource", "Method", "Integration", "Response", "Deployment", "Stage", "MethodSettings"];
        var apis = parts.SelectMany(run.All).Select(part => part.Text("restApi") ?? part.Text("restApiId"));

        Assert.That(apis, Is.All.EqualTo((string?)run.The("RestApi").Outputs["id"]));
        Assert.That(run.The("Stage").Text("deployment"), Is.EqualTo((string?)run.The("Deployment").Outputs["id"]));
    }

    [Test]
    public async Task Its_URL_on_LocalStack_is_known_beforehand()
    {
        var run = await StackRun.Local();

        Assert.That((string?)run.The("RestApi").Inputs["tags"]!["_custom_id_"], Is.EqualTo("images"));
        Assert.That(await run.ApiUrl, Is.EqualTo("http://localhost:4566/restapis/images/dev/_user_request_"));
        Assert.That(await run.ExecuteApiUrl, Is.EqualTo("http://localhost:4566/_aws/execute-api/images/dev"));
    }

    [Test]
    public async Task Its_URL_on_AWS_is_the_one_of_the_stage()
    {
        var run = await StackRun.Prod(("stage", "v1"));

        Assert.That((string?)run.The("RestApi").Inputs["tags"]?["_custom_id_"], Is.Null);
        Assert.That(await run.ApiUrl, Is.EqualTo("https://a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com/v1"));
        Assert.That(await run.ExecuteApiUrl, Is.EqualTo(await run.ApiUrl));
    }

    [TestCase("MISSING_AUTHENTICATION_TOKEN", 403, "forbidden")]
    [TestCase("INVALID_SIGNATURE", 403, "forbidden")]
    [TestCase("ACCESS_DENIED", 403, "forbidden")]
    [TestCase("INVALID_API_KEY", 403, "api-key-required")]
    [TestCase("REQUEST_TOO_LARGE", 413, "request-too-large")]
    [TestCase("UNSUPPORTED_MEDIA_TYPE", 415, "unsupported-content-encoding")]
    [TestCase("BAD_REQUEST_BODY", 400, "invalid-content-encoding")]
    [TestCase("THROTTLED", 429, "too-many-requests")]
    [TestCase("API_CONFIGURATION_ERROR", 502, "bad-gateway")]
    [TestCase("INTEGRATION_FAILURE", 502, "bad-gateway")]
    [TestCase("INTEGRATION_TIMEOUT", 504, "gateway-timeout")]
    [TestCase("DEFAULT_5XX", 500, "gateway-error")]
    public async Task What_the_gateway_answers_itself_is_a_problem_too(string type, int status, string code)
    {
        var run = await StackRun.Prod(("corsOrigin", "https://example.com"));

        var response = run.All("Response").Single(response => response.Text("responseType") == type);

        var body = JsonNode.Parse((string)response.Inputs["responseTemplates"]!["application/json"]!)!;
        var headers = response.Inputs["responseParameters"]!;
        Assert.That(response.Text("statusCode"), Is.EqualTo($"{status}"));
        Assert.That((int?)body["status"], Is.EqualTo(status));
        Assert.That((string?)body["code"], Is.EqualTo(code));
        Assert.That((string?)body["type"], Is.EqualTo($"urn:image-service:problem:{code}"));
        Assert.That((string?)body["title"], Is.Not.Empty);
        Assert.That((string?)body["detail"], Is.Not.Empty);
        Assert.That((string?)body["requestId"], Is.EqualTo("$context.requestId"));
        Assert.That((string?)headers["gatewayresponse.header.Content-Type"], Is.EqualTo("'application/problem+json'"));
        Assert.That((string?)headers["gatewayresponse.header.Access-Control-Allow-Origin"], Is.EqualTo("'https://example.com'"));
    }

    [Test]
    public async Task Every_answer_of_the_gateway_in_the_catalog_is_deployed()
    {
        var run = await StackRun.Local();

        var types = run.All("Response").Select(response => response.Text("responseType"));

        Assert.That(types, Is.EquivalentTo(GatewayProblems.All.Select(problem => problem.ResponseType)));
    }

    [Test]
    public async Task Its_stage_limits_all_requests()
    {
        var run = await StackRun.Prod(("requestsPerSecond", "2.5"), ("requestBurst", "5"), ("stage", "v1"));

        var limits = run.The("MethodSettings").Inputs;

        Assert.That((string?)limits["methodPath"], Is.EqualTo("*/*"));
        Assert.That((string?)limits["stageName"], Is.EqualTo("v1"));
        Assert.That((double?)limits["settings"]!["throttlingRateLimit"], Is.EqualTo(2.5));
        Assert.That((double?)limits["settings"]!["throttlingBurstLimit"], Is.EqualTo(5));
    }

    [Test]
    public async Task On_AWS_each_request_is_logged_and_traced()
    {
        var run = await StackRun.Prod(("logRetentionDays", "90"));

        var stage = run.The("Stage").Inputs;

        var log = run.All("LogGroup").Single(log => (string?)log.Outputs["arn"] == (string?)stage["accessLogSettings"]!["destinationArn"]);
        Assert.That((bool?)stage["xrayTracingEnabled"], Is.True);
        Assert.That(log.Text("name"), Is.EqualTo("/aws/apigateway/image-service-prod"));
        Assert.That((double?)log.Inputs["retentionInDays"], Is.EqualTo(90));
        Assert.That((string?)stage["accessLogSettings"]!["format"], Is.EqualTo(PlainJson.Compact(
            """
            {
              "requestId": "$context.requestId",
              "time": "$context.requestTime",
              "ip": "$context.identity.sourceIp",
              "method": "$context.httpMethod",
              "path": "$context.path",
              "resource": "$context.resourcePath",
              "status": "$context.status",
              "bytes": "$context.responseLength",
              "milliseconds": "$context.responseLatency",
              "functionMilliseconds": "$context.integrationLatency",
              "responseType": "$context.error.responseType",
              "error": "$context.integrationErrorMessage"
            }
            """)));
    }

    [Test]
    public async Task On_LocalStack_no_request_is_logged_or_traced()
    {
        var run = await StackRun.Local();

        var stage = run.The("Stage").Inputs;

        Assert.That(stage.ContainsKey("accessLogSettings"), Is.False);
        Assert.That((bool?)stage["xrayTracingEnabled"], Is.False);
    }

    [Test]
    public async Task The_log_role_of_the_account_is_left_alone_unless_the_configuration_says_so()
    {
        var usual = await StackRun.Prod();
        var told = await StackRun.Prod(("accountLogRole", "true"));

        var role = told.All("Role").Single(role => role.Text("assumeRolePolicy")!.Contains("apigateway", StringComparison.Ordinal));
        Assert.That(usual.All("Account"), Is.Empty);
        Assert.That(told.The("Account").Text("cloudwatchRoleArn"), Is.EqualTo((string?)role.Outputs["arn"]));
        Assert.That(
            told.The("RolePolicyAttachment").Text("policyArn"),
            Is.EqualTo("arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"));
    }
}
