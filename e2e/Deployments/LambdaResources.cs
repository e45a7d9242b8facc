using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using EmbeddedAws;
using EmbeddedAws.ControlPlane;
using ImageService.E2E.Lambda;
using ImageService.Handlers;
using ImageService.Lambda;
using ImageService.Local;

namespace ImageService.E2E.Deployments;

/// <summary>
/// The functions. Their code runs in this process: each is found by its handler string, has the settings that the program gives it and those that Lambda
/// itself sets, and signs as its own role.
/// </summary>
internal sealed class LambdaResources(EmbeddedCloud cloud, ServiceDeploymentOptions options) : IDisposable
{
    private readonly ConcurrentDictionary<string, FunctionHost> _hosts = [];

    public async Task<Created> CreateFunction(Inputs inputs)
    {
        var name = inputs.Required("name");
        inputs.Expect("code", "\"FileArchive\"");
        var variables = inputs.Node("environment")!["variables"]!.AsObject();
        var host = Host(inputs.Required("handler"), inputs.Required("role"), variables);
        _hosts[name] = host;
        cloud.RunInProcess(name, host.InvokeAsync);
        var function = await cloud.CallAsync("lambda", "CreateFunction", new JsonObject
        {
            ["FunctionName"] = name,
            ["Role"] = inputs.Required("role"),
            ["Runtime"] = inputs.Required("runtime"),
            ["Handler"] = inputs.Required("handler"),
            ["Code"] = new JsonObject { ["ZipFile"] = "" },
            ["Architectures"] = inputs.Node("architectures")!.DeepClone(),
            ["MemorySize"] = (int)(double)inputs.Node("memorySize")!,
            ["Timeout"] = (int)(double)inputs.Node("timeout")!,
            ["Environment"] = new JsonObject { ["Variables"] = variables.DeepClone() },
            ["LoggingConfig"] = AwsNames.Of(inputs.Node("loggingConfig")),
            ["TracingConfig"] = AwsNames.Of(inputs.Node("tracingConfig")),
        });
        if (inputs.Node("reservedConcurrentExecutions") is { } reserved)
            await cloud.CallAsync("lambda", "PutFunctionConcurrency", new JsonObject { ["FunctionName"] = name, ["ReservedConcurrentExecutions"] = (int)(double)reserved });
        var arn = (string)function["FunctionArn"]!;
        return new Created(name, ("arn", arn), ("invokeArn", $"arn:aws:apigateway:{Arn.Region}:lambda:path/2015-03-31/functions/{arn}/invocations"));
    }

    public async Task<Created> AddPermission(Inputs inputs)
    {
        var statement = $"permission-{Guid.NewGuid()}";
        await cloud.CallAsync("lambda", "AddPermission", new JsonObject
        {
            ["FunctionName"] = inputs.Required("function"),
            ["StatementId"] = statement,
            ["Action"] = inputs.Required("action"),
            ["Principal"] = inputs.Required("principal"),
            ["SourceArn"] = inputs.Required("sourceArn"),
        });
        return new Created(statement);
    }

    public async Task<Created> CreateLogGroup(Inputs inputs)
    {
        var name = inputs.Required("name");
        await cloud.CallAsync("logs", "CreateLogGroup", new JsonObject { ["logGroupName"] = name });
        await cloud.CallAsync("logs", "PutRetentionPolicy", new JsonObject { ["logGroupName"] = name, ["retentionInDays"] = (int)(double)inputs.Node("retentionInDays")! });
        return new Created(name, ("name", name), ("arn", Arn.Of("logs", $"log-group:{name}")));
    }

    public async Task<Created> CreateSchedule(Inputs inputs)
    {
        var name = inputs.Required("name");
        await cloud.CallAsync("scheduler", "CreateSchedule", new JsonObject
        {
            ["Name"] = name,
            ["Description"] = inputs.Required("description"),
            ["ScheduleExpression"] = inputs.Required("scheduleExpression"),
            ["FlexibleTimeWindow"] = AwsNames.Of(inputs.Node("flexibleTimeWindow")),
            ["Target"] = AwsNames.Of(inputs.Node("target")),
            // It would run at once, and tests count calls.
            ["State"] = "DISABLED",
        });
        return new Created($"default/{name}");
    }

    /// <summary>The host of the function with a name.</summary>
    public FunctionHost HostOf(string name) => _hosts[name];

    public void Dispose()
    {
        foreach (var host in _hosts.Values)
            host.Dispose();
    }

    private FunctionHost Host(string handler, string roleArn, JsonObject given)
    {
        var variables = given.ToDictionary(variable => variable.Key, variable => (string?)variable.Value);
        variables["AWS_REGION"] = Arn.Region;
        variables["AWS_ENDPOINT_URL"] = cloud.Endpoint.ToString();
        if (options.OnLocalStack)
            variables["LOCALSTACK_HOSTNAME"] = cloud.Endpoint.Host;
        var role = cloud.Iam.Role(roleArn[(roleArn.LastIndexOf('/') + 1)..]);
        return new FunctionHost(handler, Settings.FromEnvironment(variables.GetValueOrDefault), new FunctionOptions
        {
            Credentials = new SessionAWSCredentials(role.AccessKeyId, role.SecretAccessKey, "session"),
            Time = options.Time,
            Log = TextWriter.Synchronized(options.Log),
        });
    }
}
