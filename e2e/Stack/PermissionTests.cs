using ImageService.Handlers.Routing;

namespace ImageService.E2E.Stack;

/// <summary>What the role of each function may do: exactly what its operation does.</summary>
public sealed class PermissionTests
{
    private const string Bucket = "arn:aws:s3:::image-storage-bucket";
    private const string Table = "arn:aws:dynamodb:eu-central-1:123456789012:table/ImageMetadata";

    private static readonly string[] Deleting =
    [
        $"dynamodb:DeleteItem {Table}", $"s3:DeleteObject {Bucket}/images/*", $"s3:DeleteObject {Bucket}/variants/*",
        $$$"""s3:ListBucket {{{Bucket}}} {"StringLike":{"s3:prefix":"variants/*"}}""",
    ];

    private static readonly Dictionary<Operation, string[]> Expected = new()
    {
        [Operation.UploadImage] = [$"s3:PutObject {Bucket}/images/*", $"dynamodb:PutItem {Table}", $"dynamodb:UpdateItem {Table}"],
        [Operation.ListImages] =
        [
            $"dynamodb:Query {Table}/index/byCreated",
            $"dynamodb:Query {Table}/index/byFileName",
            $"dynamodb:Query {Table}/index/byOwner",
        ],
        [Operation.GetImage] = [$"dynamodb:GetItem {Table}", $"s3:GetObject {Bucket}/images/*", $"s3:ListBucket {Bucket}"],
        [Operation.UpdateImage] = [$"dynamodb:GetItem {Table}", $"dynamodb:UpdateItem {Table}"],
        [Operation.DeleteImage] = Deleting,
        [Operation.DeleteImages] = Deleting,
        [Operation.RenderImage] =
        [
            $"dynamodb:GetItem {Table}", $"dynamodb:UpdateItem {Table}", $"s3:GetObject {Bucket}/images/*",
            $"s3:GetObject {Bucket}/variants/*", $"s3:PutObject {Bucket}/variants/*", $"s3:ListBucket {Bucket}",
        ],
        [Operation.GetOpenApi] = [],
        [Operation.GetGallery] = [],
        [Operation.CreateUpload] = [$"dynamodb:PutItem {Table}", $"s3:PutObject {Bucket}/images/*"],
        [Operation.CompleteUpload] =
        [
            $"dynamodb:GetItem {Table}", $"dynamodb:PutItem {Table}", $"dynamodb:UpdateItem {Table}",
            $"s3:GetObject {Bucket}/images/*", $"s3:ListBucket {Bucket}",
        ],
        [Operation.Fallback] = [],
    };

    [Test]
    public async Task A_function_may_do_to_data_what_its_operation_does([ValueSource(typeof(RouteTable), nameof(RouteTable.Functions))] Operation operation)
    {
        var run = await StackRun.Local();

        var granted = Policies(run, operation).Where(policy => policy.Name.EndsWith("-data", StringComparison.Ordinal)).SelectMany(Granted.By);

        Assert.That(granted, Is.EquivalentTo(Expected[operation]));
    }

    [Test]
    public async Task A_function_may_write_to_its_own_log([ValueSource(typeof(RouteTable), nameof(RouteTable.Functions))] Operation operation)
    {
        var run = await StackRun.Local();

        var granted = Policies(run, operation).Single(policy => policy.Name.EndsWith("-log", StringComparison.Ordinal));

        var log = $"arn:aws:logs:eu-central-1:123456789012:log-group:/aws/lambda/{run.Function(operation).Text("name")}:*";
        Assert.That(Granted.By(granted), Is.EquivalentTo([$"logs:CreateLogStream {log}", $"logs:PutLogEvents {log}"]));
    }

    [Test]
    public async Task A_traced_function_may_write_traces([ValueSource(typeof(RouteTable), nameof(RouteTable.Functions))] Operation operation)
    {
        var run = await StackRun.Prod();

        var granted = Policies(run, operation).Single(policy => policy.Name.EndsWith("-tracing", StringComparison.Ordinal));

        Assert.That(Granted.By(granted), Is.EquivalentTo(["xray:PutTelemetryRecords *", "xray:PutTraceSegments *"]));
    }

    [TestCase("false", 2)]
    [TestCase("true", 3)]
    public async Task A_role_has_no_other_policy(string tracing, int policies)
    {
        var run = await StackRun.Local(("tracing", tracing));

        var names = Policies(run, Operation.GetImage).Select(policy => policy.Name).ToArray();

        Assert.That(names, Has.Length.EqualTo(policies));
        Assert.That(run.All("RolePolicyAttachment"), Is.Empty);
    }

    [Test]
    public async Task Each_function_has_a_role_of_its_own_that_only_Lambda_takes_on()
    {
        var run = await StackRun.Prod();

        var roles = run.All("Role").Where(role => role.Name != "collector-schedule-role").ToList();

        Assert.That(
            run.All("Function").Select(function => function.Text("role")),
            Is.EquivalentTo(roles.Select(role => (string?)role.Outputs["arn"])));
        Assert.That(roles.Select(role => role.Text("assumeRolePolicy")), Is.All.EqualTo(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sts:AssumeRole"],"Principal":{"Service":"lambda.amazonaws.com"}}]}"""));
    }

    private static IEnumerable<Registered> Policies(StackRun run, Operation operation)
    {
        var role = run.All("Role").Single(role => (string?)role.Outputs["arn"] == run.Function(operation).Text("role"));
        return run.All("RolePolicy").Where(policy => policy.Text("role") == (string?)role.Outputs["name"]);
    }
}
