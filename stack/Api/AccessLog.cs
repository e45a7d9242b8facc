using System.Text.Json;
using ImageService.Stack.Policies;
using ImageService.Stack.Settings;
using Pulumi.Aws.ApiGateway.Inputs;

namespace ImageService.Stack.Api;

/// <summary>A line in JSON for each request, with what functions do not see: the client, and the gateway's own answers.</summary>
internal sealed class AccessLog : ComponentResource
{
    /// <summary>https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html.</summary>
    private static readonly string Format = JsonSerializer.Serialize(new
    {
        requestId = "$context.requestId",
        time = "$context.requestTime",
        ip = "$context.identity.sourceIp",
        method = "$context.httpMethod",
        path = "$context.path",
        resource = "$context.resourcePath",
        status = "$context.status",
        bytes = "$context.responseLength",
        milliseconds = "$context.responseLatency",
        functionMilliseconds = "$context.integrationLatency",
        responseType = "$context.error.responseType",
        error = "$context.integrationErrorMessage",
    });

    public AccessLog(string name, ApiSettings settings, ComponentResourceOptions? options = null)
        : base("image-service:api:AccessLog", name, options)
    {
        var log = new Aws.CloudWatch.LogGroup(
            $"{name}-group",
            new() { Name = $"/aws/apigateway/{settings.Name}", RetentionInDays = settings.LogRetentionDays },
            new() { Parent = this });
        if (settings.AccountLogRole)
            SetTheRoleOfTheAccount(name);

        Settings = new StageAccessLogSettingsArgs { DestinationArn = log.Arn, Format = Format };
        RegisterOutputs();
    }

    /// <summary>Makes a stage write the log.</summary>
    public StageAccessLogSettingsArgs Settings { get; }

    /// <summary>API Gateway writes the logs of all APIs of the account and region under one role.</summary>
    private void SetTheRoleOfTheAccount(string name)
    {
        var child = new CustomResourceOptions { Parent = this };
        var role = new Aws.Iam.Role(
            $"{name}-role", new() { AssumeRolePolicy = Policy.AssumedBy("apigateway.amazonaws.com") }, child);
        var grant = new Aws.Iam.RolePolicyAttachment(
            $"{name}-grant",
            new() { Role = role.Name, PolicyArn = Aws.Iam.ManagedPolicy.AmazonAPIGatewayPushToCloudWatchLogs.ToString() },
            child);
        _ = new Aws.ApiGateway.Account($"{name}-account", new() { CloudwatchRoleArn = role.Arn }, new() { Parent = this, DependsOn = grant });
    }
}
