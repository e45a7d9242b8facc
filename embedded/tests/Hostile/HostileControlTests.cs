using System.Text;
using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Tests.ApiGateway;
using EmbeddedAws.Tests.Lambda;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>Random requests of someone who means harm, for every operation of the services that manage resources. See <see cref="HostileRun"/> for how to repeat one.</summary>
public sealed class HostileControlTests
{
    private readonly StringBuilder _errors = new();
    private readonly Dictionary<string, string> _ids = [];
    private FunctionCloud _functions = null!;

    private EmbeddedCloud Cloud => _functions.Cloud;

    [SetUp]
    public async Task StartACloudWithOneOfEach()
    {
        _functions = await FunctionCloud.StartAsync(new EmbeddedCloudOptions { ErrorLog = TextWriter.Synchronized(new StringWriter(_errors)) });
        _ids["$zip"] = Convert.ToBase64String(FunctionCloud.Bootstrap("exit 1"));
        var api = await ManagedApi.DeployAsync(Cloud);
        (_ids["$root"], _ids["$resource"], _ids["$deployment"]) = (api.RootId, await api.ResourceAsync("/images/{id}"), await api.DeploymentAsync());
        _ids["$key"] = (string)(await CallAsync("apigateway", "CreateApiKey", """{"name":"key"}"""))["id"]!;
        _ids["$plan"] = (string)(await CallAsync("apigateway", "CreateUsagePlan", """{"name":"plan"}"""))["id"]!;
        Cloud.RunInProcess("target", (sent, _, _) => Task.FromResult(sent));
        await _functions.CreateAsync("target", [], []);
        await CallAsync("iam", "CreateRole", """{"RoleName":"role","AssumeRolePolicyDocument":"{\"Statement\":[]}"}""");
        await CallAsync("logs", "CreateLogGroup", """{"logGroupName":"group"}""");
        await CallAsync("logs", "CreateLogStream", """{"logGroupName":"group","logStreamName":"stream"}""");
        using var s3 = AwsSurface.S3Of(Cloud, AwsSurface.Credentials);
        await s3.PutBucketAsync("attacked");
    }

    [TearDown]
    public async Task StopTheCloud() => await _functions.DisposeAsync();

    [TestCase("apigateway")]
    [TestCase("iam")]
    [TestCase("kms")]
    [TestCase("lambda")]
    [TestCase("logs")]
    [TestCase("monitoring")]
    [TestCase("s3")]
    [TestCase("scheduler")]
    [TestCase("sts")]
    public async Task A_service_answers_whatever_comes_and_goes_on(string service)
    {
        var operations = Cloud.SupportedOperations.Where(operation => operation.Service == service).ToList();

        var problems = await HostileRun.SendAsync(Cloud.Endpoint, random => new HostileControl(operations, _ids, random).Next());

        var identity = await SendAsync(new SupportedOperation("sts", "GetCallerIdentity"), []);
        Assert.That(problems, Is.Empty);
        Assert.That(identity, Does.StartWith("HTTP/1.1 200 "));
        Assert.That(_errors.ToString(), Does.Not.Contain("Exception"));
    }

    [Test]
    public async Task Every_operation_refuses_a_member_that_it_does_not_know()
    {
        var refusals = new List<(SupportedOperation Operation, string Answer)>();

        foreach (var operation in Cloud.SupportedOperations)
        {
            var members = ControlRequests.Of(operation, _ids);
            // S3 Control has only lists in a body.
            members["UnknownMember"] = operation is { Service: "s3", Method: "POST" } ? new JsonArray(new JsonObject { ["Key"] = "a" }) : "a";
            refusals.Add((operation, await SendAsync(operation, members)));
        }

        Assert.That(refusals, Has.Count.GreaterThan(100));
        Assert.That(refusals.Where(refusal => !refusal.Answer.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal) || !refusal.Answer.Contains($"does not support UnknownMember of {refusal.Operation.Name}", StringComparison.Ordinal)), Is.Empty);
    }

    private Task<JsonObject> CallAsync(string service, string operation, string members) => Cloud.CallAsync(service, operation, members);

    private async Task<string> SendAsync(SupportedOperation operation, JsonObject members) =>
        $"{await new HostileClient(Cloud.Endpoint).SendAsync(ControlEncoding.Encode(operation, members))}";
}
