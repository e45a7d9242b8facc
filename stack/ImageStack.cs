using ImageService.Handlers.Routing;
using ImageService.Stack.Api;
using ImageService.Stack.Functions;
using ImageService.Stack.Monitoring;
using ImageService.Stack.Settings;
using ImageService.Stack.Storage;

namespace ImageService.Stack;

/// <summary>The service: a bucket, a table, a function for each route, the API before them, the collector with its schedule, and what watches over all.</summary>
public sealed class ImageStack : Pulumi.Stack
{
    /// <summary>Deploys the service as the configuration of the Pulumi stack says.</summary>
    public ImageStack()
        : this(Built(StackSettings.Read(Deployment.Instance.ProjectName, Deployment.Instance.StackName, new Config().Get)))
    {
    }

    /// <summary>Deploys the service with settings that are not read from a configuration, for tests.</summary>
    /// <param name="settings">How it is deployed.</param>
    /// <param name="routes">The routes of the API; null for those that the handlers declare.</param>
    public ImageStack(StackSettings settings, IReadOnlyList<Route>? routes = null)
    {
        var bucket = new PrivateBucket("images", new() { Settings = settings.Data });
        var table = new MetadataTable("metadata", new() { Settings = settings.Data });
        var functions = RouteTable.Functions.ToDictionary(
            operation => operation, operation => Function(FunctionDefinition.Of(operation, settings.Function), settings, bucket, table));
        var collector = Function(FunctionDefinition.Collector(settings.Function), settings, bucket, table);
        _ = new DailySchedule("collector", new() { FunctionName = $"{settings.Function.Prefix}-collectGarbage", FunctionArn = collector.Arn });
        var api = new ImageRestApi("api", new() { Settings = settings.Api, Routes = routes ?? RouteTable.Routes, Functions = functions });
        if (settings.Alarms is { } alarms)
        {
            _ = new ServiceMonitoring("observatory", new()
            {
                Settings = alarms,
                Stage = settings.Api.Stage,
                ApiName = api.ApiName,
                Functions = new Dictionary<string, Output<string>>(functions.Select(one => KeyValuePair.Create($"{one.Key}", one.Value.FunctionName)))
                {
                    ["CollectGarbage"] = collector.FunctionName,
                },
                TableName = table.TableName,
            });
        }

        ApiUrl = api.Url;
        ExecuteApiUrl = api.ExecuteUrl;
        ApiKey = api.ApiKey;
        BucketName = bucket.BucketName;
        TableName = table.TableName;
    }

    /// <summary>The base URL of the API, without a slash at its end.</summary>
    [Output("ApiUrl")]
    public Output<string> ApiUrl { get; private set; }

    /// <summary>The same API at the newer form of URL of local clouds; on AWS the same as <see cref="ApiUrl"/>.</summary>
    [Output("ExecuteApiUrl")]
    public Output<string> ExecuteApiUrl { get; private set; }

    /// <summary>The API key that requests need, as a secret; null where they need none.</summary>
    [Output("ApiKey")]
    public Output<string?> ApiKey { get; private set; }

    /// <summary>The name of the bucket; on AWS Pulumi makes it up unless it is configured.</summary>
    [Output("BucketName")]
    public Output<string> BucketName { get; private set; }

    /// <summary>The name of the table; on AWS Pulumi makes it up unless it is configured.</summary>
    [Output("TableName")]
    public Output<string> TableName { get; private set; }

    /// <summary>Native packages are built for a stack that asks for them; all others have been published with this program.</summary>
    private static StackSettings Built(StackSettings settings) =>
        settings.Function is { IsNative: true, NativePackages: null } function
            ? settings with { Function = function with { NativePackages = Functions.NativePackages.Publish(function) } }
            : settings;

    private static OperationFunction Function(FunctionDefinition definition, StackSettings settings, PrivateBucket bucket, MetadataTable table) =>
        new(definition.Name, new()
        {
            Definition = definition,
            Settings = settings.Function,
            BucketName = bucket.BucketName,
            BucketArn = bucket.Arn,
            TableName = table.TableName,
            TableArn = table.Arn,
        });
}
