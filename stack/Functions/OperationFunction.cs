using System.Globalization;
using ImageService.Handlers.Routing;
using Pulumi.Aws.Lambda.Inputs;

namespace ImageService.Stack.Functions;

/// <summary>The function of one operation and of those that share its route, with its log and a role that may do what they do, and nothing else.</summary>
public sealed class OperationFunction : ComponentResource
{
    /// <summary>Declares the function.</summary>
    public OperationFunction(string name, OperationFunctionArgs args, ComponentResourceOptions? options = null)
        : base("image-service:functions:OperationFunction", name, options)
    {
        var settings = args.Settings;
        var functionName = NameOf(settings.Prefix, args.Operation);
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
                Runtime = Aws.Lambda.Runtime.Dotnet10,
                Handler = FunctionPackage.HandlerOf(args.Operation),
                Code = new FileArchive(FunctionPackage.FolderOf(args.Operation, settings.Architecture)),
                Architectures = settings.Architecture,
                MemorySize = args.Operation == Operation.RenderImage ? settings.Variants.MemoryMegabytes : settings.MemoryMegabytes,
                Timeout = settings.TimeoutSeconds,
                ReservedConcurrentExecutions = settings.ReservedConcurrency is { } reserved ? reserved : null!,
                Environment = new FunctionEnvironmentArgs { Variables = Variables(args) },
                // What the functions write is JSON already.
                LoggingConfig = new FunctionLoggingConfigArgs { LogFormat = "Text", LogGroup = log.Name },
                TracingConfig = new FunctionTracingConfigArgs { Mode = settings.Tracing ? "Active" : "PassThrough" },
            },
            new() { Parent = this, DependsOn = role });

        FunctionName = function.Name;
        InvokeArn = function.InvokeArn;
        RegisterOutputs(new Dictionary<string, object?> { ["functionName"] = FunctionName, ["invokeArn"] = InvokeArn });
    }

    /// <summary>The name of the function.</summary>
    [Output("functionName")]
    public Output<string> FunctionName { get; private set; }

    /// <summary>What API Gateway calls it by.</summary>
    [Output("invokeArn")]
    public Output<string> InvokeArn { get; private set; }

    /// <summary>The name of an operation's function: <c>image-service-prod-uploadImage</c>.</summary>
    private static string NameOf(string prefix, Operation operation) =>
        $"{prefix}-{operation.Name()}";

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
        if (args.Operation == Operation.RenderImage)
        {
            foreach (var (name, value) in args.Settings.Variants.Variables)
                variables[name] = value;
        }

        return variables;
    }
}
