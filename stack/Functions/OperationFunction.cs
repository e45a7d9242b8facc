using System.Globalization;
using Pulumi.Aws.Lambda.Inputs;

namespace ImageService.Stack.Functions;

/// <summary>A function with its log and a role that may do what it does, and nothing else.</summary>
public sealed class OperationFunction : ComponentResource
{
    /// <summary>Declares the function.</summary>
    public OperationFunction(string name, OperationFunctionArgs args, ComponentResourceOptions? options = null)
        : base("image-service:functions:OperationFunction", name, options)
    {
        var settings = args.Settings;
        var definition = args.Definition;
        // image-service-prod-uploadImage
        var functionName = $"{settings.Prefix}-{definition.DisplayName}";
        var log = new Aws.CloudWatch.LogGroup(
            $"{name}-log",
            new() { Name = $"/aws/lambda/{functionName}", RetentionInDays = settings.LogRetentionDays },
            new() { Parent = this });
        var role = new FunctionRole($"{name}-access", args, log.Arn, new() { Parent = this });
        var function = new Aws.Lambda.Function(
            $"{name}-function",
            new()
            {
                Name = functionName,
                Role = role.Arn,
                Runtime = settings.IsNative ? Aws.Lambda.Runtime.CustomAL2023 : Aws.Lambda.Runtime.Dotnet10,
                Handler = definition.Handler,
                Code = new FileArchive(definition.FolderFor(settings)),
                Architectures = settings.Architecture,
                MemorySize = definition.MemoryMegabytes,
                Timeout = definition.TimeoutSeconds,
                ReservedConcurrentExecutions = definition.ReservedConcurrency is { } reserved ? reserved : null!,
                Environment = new FunctionEnvironmentArgs { Variables = Variables(args) },
                // What the functions write is JSON already.
                LoggingConfig = new FunctionLoggingConfigArgs { LogFormat = "Text", LogGroup = log.Name },
                TracingConfig = new FunctionTracingConfigArgs { Mode = settings.Tracing ? "Active" : "PassThrough" },
            },
            new() { Parent = this, DependsOn = role });

        FunctionName = function.Name;
        Arn = function.Arn;
        InvokeArn = function.InvokeArn;
        RegisterOutputs(new Dictionary<string, object?> { ["functionName"] = FunctionName, ["arn"] = Arn, ["invokeArn"] = InvokeArn });
    }

    /// <summary>The name of the function, by which it is invoked by hand and its metrics are found.</summary>
    [Output("functionName")]
    public Output<string> FunctionName { get; private set; }

    /// <summary>The ARN of the function, for policies and schedules.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    /// <summary>The URI by which integrations of API Gateway name the function.</summary>
    [Output("invokeArn")]
    public Output<string> InvokeArn { get; private set; }

    private static InputMap<string> Variables(OperationFunctionArgs args)
    {
        var variables = new InputMap<string>
        {
            ["BUCKET_NAME"] = args.BucketName,
            ["TABLE_NAME"] = args.TableName,
            ["CORS_ORIGIN"] = args.Settings.CorsOrigin,
            ["LIST_SHARDS"] = args.Settings.ListShards.ToString(CultureInfo.InvariantCulture),
        };
        if (args.Settings.PublicS3Endpoint is { } endpoint)
            variables["S3_PUBLIC_ENDPOINT"] = endpoint.GetLeftPart(UriPartial.Authority);
        foreach (var (name, value) in args.Definition.Variables)
            variables[name] = value;
        return variables;
    }
}
