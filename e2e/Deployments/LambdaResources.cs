using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using ImageService.E2E.Lambda;
using ImageService.Handlers;
using ImageService.Lambda;
using ImageService.Local;

namespace ImageService.E2E.Deployments;

/// <summary>
/// The functions: each is found by its handler string, has the settings that the program gives it and those that Lambda
/// itself sets, and signs as its own role.
/// </summary>
internal sealed class LambdaResources(IamResources iam, Uri endpoint, ServiceDeploymentOptions options) : IDisposable
{
    private readonly ConcurrentDictionary<string, DeployedFunction> _functions = [];
    private readonly ConcurrentBag<(string Function, string SourceArn)> _permissions = [];

    public Task<Created> CreateFunction(Inputs inputs)
    {
        var name = inputs.Required("name");
        inputs.Expect("runtime", "\"dotnet10\"");
        inputs.Expect("code", "\"FileArchive\"");
        inputs.WithoutEffect("architectures", "memorySize", "loggingConfig", "tracingConfig", "reservedConcurrentExecutions");
        var variables = inputs.Node("environment")!["variables"]!.AsObject().ToDictionary(variable => variable.Key, variable => (string?)variable.Value);
        variables["AWS_REGION"] = Aws.Region;
        variables["AWS_ENDPOINT_URL"] = endpoint.ToString();
        if (options.OnLocalStack)
            variables["LOCALSTACK_HOSTNAME"] = endpoint.Host;

        var log = TextWriter.Synchronized(options.Log);
        var role = iam.RoleOf(inputs.Required("role"));
        var host = new FunctionHost(
            inputs.Required("handler"),
            Settings.FromEnvironment(variables.GetValueOrDefault),
            new FunctionOptions
            {
                Credentials = new SessionAWSCredentials(role.AccessKeyId, role.SecretAccessKey, "session"),
                Time = options.Time,
                Log = log,
            });
        var arn = Aws.Arn("lambda", $"function:{name}");
        var invokeArn = $"arn:aws:apigateway:{Aws.Region}:lambda:path/2015-03-31/functions/{arn}/invocations";
        _functions[invokeArn] = new DeployedFunction(name, host, TimeSpan.FromSeconds((double)inputs.Node("timeout")!));
        return Task.FromResult(new Created(name, ("arn", arn), ("invokeArn", invokeArn)));
    }

    public Task<Created> AddPermission(Inputs inputs)
    {
        inputs.Expect("action", "\"lambda:InvokeFunction\"");
        inputs.Expect("principal", "\"apigateway.amazonaws.com\"");
        _permissions.Add((inputs.Required("function"), inputs.Required("sourceArn")));
        return Task.FromResult(new Created($"permission-{Guid.NewGuid()}"));
    }

    /// <summary>The embedded cloud keeps no logs.</summary>
    public static Task<Created> CreateLogGroup(Inputs inputs)
    {
        var name = inputs.Required("name");
        inputs.WithoutEffect("retentionInDays");
        return Task.FromResult(new Created(name, ("name", name), ("arn", Aws.Arn("logs", $"log-group:{name}"))));
    }

    /// <summary>The function that an integration calls.</summary>
    public DeployedFunction Function(string invokeArn) => _functions[invokeArn];

    /// <summary>The function with a name.</summary>
    public DeployedFunction FunctionNamed(string name) => _functions.Values.Single(function => function.Name == name);

    /// <summary>Whether a call of the gateway is permitted: a permission of the function names its ARN.</summary>
    public bool Permits(string function, string callArn) => _permissions.Any(permission =>
        permission.Function == function && Regex.IsMatch(callArn, $"\\A{Regex.Escape(permission.SourceArn).Replace("\\*", ".*", StringComparison.Ordinal)}\\z"));

    public void Dispose()
    {
        foreach (var function in _functions.Values)
            function.Host.Dispose();
    }
}

/// <summary>A function of the embedded cloud.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Host">What runs it.</param>
/// <param name="Timeout">Lambda's timeout.</param>
internal sealed record DeployedFunction(string Name, FunctionHost Host, TimeSpan Timeout);
