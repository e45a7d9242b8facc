using ImageService.E2E.Stack;
using Pulumi.Testing;

namespace ImageService.E2E.Deployments;

/// <summary>Creates on an embedded cloud what the program registers. A type or a call that is not known here fails the program.</summary>
internal sealed class CloudMocks(StorageResources storage, IamResources iam, LambdaResources lambda, ApiGatewayResources api, UsagePlanResources plans) : IMocks
{
    private readonly Dictionary<string, Func<Inputs, Task<Created>>> _create = new()
    {
        ["aws:s3/bucket:Bucket"] = storage.CreateBucket,
        ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"] = storage.BlockPublicAccess,
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] = storage.Encrypt,
        ["aws:s3/bucketCorsConfiguration:BucketCorsConfiguration"] = storage.AllowPages,
        ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] = storage.Age,
        ["aws:dynamodb/table:Table"] = storage.CreateTable,
        ["aws:iam/role:Role"] = iam.CreateRole,
        ["aws:iam/rolePolicy:RolePolicy"] = iam.PutPolicy,
        ["aws:cloudwatch/logGroup:LogGroup"] = lambda.CreateLogGroup,
        ["aws:lambda/function:Function"] = lambda.CreateFunction,
        ["aws:lambda/permission:Permission"] = lambda.AddPermission,
        ["aws:scheduler/schedule:Schedule"] = lambda.CreateSchedule,
        ["aws:apigateway/restApi:RestApi"] = api.CreateApi,
        ["aws:apigateway/resource:Resource"] = api.CreateResource,
        ["aws:apigateway/method:Method"] = api.PutMethod,
        ["aws:apigateway/integration:Integration"] = api.PutIntegration,
        ["aws:apigateway/response:Response"] = api.PutGatewayResponse,
        ["aws:apigateway/deployment:Deployment"] = api.CreateDeployment,
        ["aws:apigateway/stage:Stage"] = api.CreateStage,
        ["aws:apigateway/apiKey:ApiKey"] = plans.CreateKey,
        ["aws:apigateway/usagePlan:UsagePlan"] = plans.CreatePlan,
        ["aws:apigateway/usagePlanKey:UsagePlanKey"] = plans.AddKey,
        ["aws:apigateway/methodSettings:MethodSettings"] = api.PutMethodSettings,
    };

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        if (args.Type!.StartsWith("image-service:", StringComparison.Ordinal))
            return ("", args.Inputs);
        if (!_create.TryGetValue(args.Type, out var create))
            throw new NotSupportedException($"The embedded cloud does not know the type {args.Type}.");
        var inputs = new Inputs(args.Type, args.Name!, PlainJson.Of(args.Inputs));
        var created = await create(inputs);
        inputs.Finish();
        return (created.Id, args.Inputs.SetItems(created.Outputs.Select(output => KeyValuePair.Create(output.Name, (object)output.Value))));
    }

    public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException($"The embedded cloud does not know the call {args.Token}.");
}
