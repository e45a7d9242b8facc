using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace ImageService.E2E.Stack;

/// <summary>Notes what is registered, and answers as AWS would. A type or a call that is not known here fails the program.</summary>
/// <param name="slow">The type that takes its time: what does not wait for it is there before. Null for none.</param>
internal sealed class AwsMocks(string? slow = null) : IMocks
{
    /// <summary>Longer than the program takes for all else, as a rule. A machine that is slower lets a test of the order pass, and never fail.</summary>
    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(300);

    public const string Region = "eu-central-1";
    public const string Account = "123456789012";
    public const string ApiKey = "a-key-that-AWS-has-made-up";

    private readonly ConcurrentQueue<Registered> _registered = [];

    public IReadOnlyList<Registered> Registered => [.. _registered];

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        if (slow is not null && args.Type!.EndsWith($":{slow}", StringComparison.Ordinal))
            await Task.Delay(Slowness);
        var (id, outputs) = Create(args.Type!, args.Name!, args.Inputs);
        var state = args.Inputs.SetItems(outputs.Select(output => KeyValuePair.Create(output.Name, (object)output.Value)));
        _registered.Enqueue(new Registered(args.Type!, args.Name!, PlainJson.Of(args.Inputs), PlainJson.Of(state.SetItem("id", id))));
        return (id, state);
    }

    public Task<object> CallAsync(MockCallArgs args) => args.Token switch
    {
        "aws:index/getRegion:getRegion" => Task.FromResult<object>(new Dictionary<string, object> { ["region"] = Region }),
        _ => throw new NotSupportedException($"The mocks do not know the call {args.Token}."),
    };

    /// <summary>The id of a new resource, and what AWS says of it besides the inputs.</summary>
    private static (string Id, (string Name, string Value)[] Outputs) Create(
        string type, string name, ImmutableDictionary<string, object> inputs)
    {
        var given = (string?)(inputs.GetValueOrDefault("name") ?? inputs.GetValueOrDefault("bucket")) ?? $"{name}-1a2b3c4";
        return type switch
        {
            "aws:s3/bucket:Bucket" => (given, [("bucket", given), ("arn", $"arn:aws:s3:::{given}")]),
            "aws:dynamodb/table:Table" => (given, [("name", given), ("arn", Arn("dynamodb", $"table/{given}"))]),
            "aws:iam/role:Role" => (given, [("name", given), ("arn", $"arn:aws:iam::{Account}:role/{given}")]),
            "aws:cloudwatch/logGroup:LogGroup" => (given, [("name", given), ("arn", Arn("logs", $"log-group:{given}"))]),
            "aws:lambda/function:Function" => (given, [("arn", Arn("lambda", $"function:{given}")), ("invokeArn", InvokeArn(given))]),
            "aws:apigateway/restApi:RestApi" =>
                (ApiId(inputs), [("rootResourceId", "root000000"), ("executionArn", Arn("execute-api", ApiId(inputs)))]),
            "aws:apigateway/stage:Stage" =>
                ($"ags-{name}", [("invokeUrl", $"https://{inputs["restApi"]}.execute-api.{Region}.amazonaws.com/{inputs["stageName"]}")]),
            "aws:apigateway/apiKey:ApiKey" => ($"{name}-id", [("value", ApiKey)]),
            "aws:scheduler/schedule:Schedule" or
            "aws:apigateway/account:Account" or
            "aws:apigateway/deployment:Deployment" or
            "aws:apigateway/integration:Integration" or
            "aws:apigateway/method:Method" or
            "aws:apigateway/methodSettings:MethodSettings" or
            "aws:apigateway/resource:Resource" or
            "aws:apigateway/response:Response" or
            "aws:apigateway/usagePlan:UsagePlan" or
            "aws:apigateway/usagePlanKey:UsagePlanKey" or
            "aws:cloudwatch/dashboard:Dashboard" or
            "aws:cloudwatch/metricAlarm:MetricAlarm" or
            "aws:iam/rolePolicy:RolePolicy" or
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment" or
            "aws:lambda/permission:Permission" or
            "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration" or
            "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration" or
            "aws:s3/bucketPolicy:BucketPolicy" or
            "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock" or
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration" or
            "aws:s3/bucketVersioning:BucketVersioning" => ($"{name}-id", []),
            _ when type.StartsWith("image-service:", StringComparison.Ordinal) => ("", []),
            _ => throw new NotSupportedException($"The mocks do not know the type {type}."),
        };
    }

    /// <summary>LocalStack takes the id from a tag.</summary>
    private static string ApiId(ImmutableDictionary<string, object> inputs) =>
        inputs.GetValueOrDefault("tags") is IReadOnlyDictionary<string, object> tags && tags.TryGetValue("_custom_id_", out var id)
            ? (string)id
            : "a1b2c3d4e5";

    private static string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Account}:{resource}";

    private static string InvokeArn(string function) =>
        $"arn:aws:apigateway:{Region}:lambda:path/2015-03-31/functions/{Arn("lambda", $"function:{function}")}/invocations";
}
