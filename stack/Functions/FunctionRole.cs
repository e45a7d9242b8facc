using ImageService.Stack.Policies;
using static ImageService.Stack.Policies.Statement;

namespace ImageService.Stack.Functions;

/// <summary>The role of a function. It has one policy each for data, for its log and for X-Ray.</summary>
internal sealed class FunctionRole : ComponentResource
{
    public FunctionRole(string name, OperationFunctionArgs args, Output<string> logArn, ComponentResourceOptions? options = null)
        : base("image-service:functions:FunctionRole", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var role = new Aws.Iam.Role($"{name}-role", new() { AssumeRolePolicy = Policy.AssumedBy("lambda.amazonaws.com") }, child);
        if (args.Definition.Permissions(DataArns.Unknown).Count > 0)
            Grant("data", Output.Tuple(args.BucketArn, args.TableArn).Apply(arns => Policy.Of(args.Definition.Permissions(new DataArns(arns.Item1, arns.Item2)))));
        Grant("log", logArn.Apply(arn => Policy.Of(Allow(["logs:CreateLogStream", "logs:PutLogEvents"], $"{arn}:*"))));
        if (args.Settings.Tracing)
            Grant("tracing", Output.Create(Policy.Of(Allow(["xray:PutTelemetryRecords", "xray:PutTraceSegments"], "*"))));

        Arn = role.Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["arn"] = Arn });

        void Grant(string what, Output<string> policy) =>
            _ = new Aws.Iam.RolePolicy($"{name}-{what}", new() { Role = role.Name, Policy = policy }, child);
    }

    [Output("arn")]
    public Output<string> Arn { get; private set; }
}
