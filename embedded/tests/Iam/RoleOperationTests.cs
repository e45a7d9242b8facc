using System.Text.Json.Nodes;

namespace EmbeddedAws.Tests.Iam;

/// <summary>The operations of IAM on roles and their policies.</summary>
public sealed class RoleOperationTests
{
    private const string Trust = """{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"lambda.amazonaws.com"}}]}""";
    private const string Policy = """{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}""";
    private const string PushToLogs = "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs";

    private EmbeddedCloud _cloud = null!;

    [SetUp]
    public async Task StartACloud() => _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [Test]
    public async Task A_role_is_given_back_as_it_was_made()
    {
        var created = await Call("CreateRole", new()
        {
            ["RoleName"] = "resizer",
            ["Path"] = "/images/",
            ["AssumeRolePolicyDocument"] = Trust,
            ["Description"] = "Resizes.",
            ["MaxSessionDuration"] = "7200",
            ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "stack", ["Value"] = "dev" }),
        });

        var role = (await Call("GetRole", Role("resizer")))["Role"]!;

        Assert.That(role.ToJsonString(), Is.EqualTo(created["Role"]!.ToJsonString()));
        Assert.That((string?)role["Arn"], Is.EqualTo("arn:aws:iam::000000000000:role/images/resizer"));
        Assert.That((string?)role["RoleId"], Does.Match("^AROA[A-Z2-7]{16}$"));
        Assert.That(Uri.UnescapeDataString((string)role["AssumeRolePolicyDocument"]!), Is.EqualTo(Trust));
        Assert.That($"{role["Description"]} {role["MaxSessionDuration"]} {role["Tags"]!.ToJsonString()}", Is.EqualTo("""Resizes. 7200 [{"Key":"stack","Value":"dev"}]"""));
    }

    [Test]
    public async Task A_role_is_changed()
    {
        await CreateRole("resizer");

        await Call("UpdateRole", Role("resizer", ("MaxSessionDuration", "3700")));
        await Call("UpdateRoleDescription", Role("resizer", ("Description", "Other.")));
        await Call("UpdateAssumeRolePolicy", Role("resizer", ("PolicyDocument", Trust.Replace("lambda", "scheduler", StringComparison.Ordinal))));
        await Call("TagRole", new() { ["RoleName"] = "resizer", ["Tags"] = new JsonArray(Tag("a", "1"), Tag("b", "2")) });
        await Call("UntagRole", new() { ["RoleName"] = "resizer", ["TagKeys"] = new JsonArray("a") });
        var role = (await Call("GetRole", Role("resizer")))["Role"]!;

        Assert.That($"{role["Description"]} {role["MaxSessionDuration"]} {role["Tags"]!.ToJsonString()}", Is.EqualTo("""Other. 3700 [{"Key":"b","Value":"2"}]"""));
        Assert.That(MayBeAssumedBy("lambda.amazonaws.com"), Is.False);
        Assert.That(MayBeAssumedBy("scheduler.amazonaws.com"), Is.True);
    }

    [TestCase("""{"Effect":"Allow","Action":["sts:AssumeRole"],"Principal":{"Service":["apigateway.amazonaws.com","lambda.amazonaws.com"]}}""", true)]
    [TestCase("""{"Effect":"Allow","Action":"sts:*","Principal":"*"}""", false)]
    [TestCase("""{"Effect":"Allow","Action":"sts:TagSession","Principal":{"Service":"lambda.amazonaws.com"}}""", false)]
    [TestCase("""{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"arn:aws:iam::000000000000:root"}}""", false)]
    [TestCase("""{"Effect":"Deny","Action":"sts:AssumeRole","Principal":{"Service":"lambda.amazonaws.com"}},{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"lambda.amazonaws.com"}}""", false)]
    public async Task A_service_takes_on_a_role_where_its_trust_policy_names_it(string statements, bool may)
    {
        await Call("CreateRole", Role("resizer", ("AssumeRolePolicyDocument", $$"""{"Statement":[{{statements}}]}""")));

        var assumed = MayBeAssumedBy("lambda.amazonaws.com");

        Assert.That(assumed, Is.EqualTo(may));
    }

    [Test]
    public async Task The_policies_of_a_role_are_what_it_may_do()
    {
        await CreateRole("resizer");
        await Call("PutRolePolicy", Role("resizer", ("PolicyName", "read"), ("PolicyDocument", Policy)));
        await Call("AttachRolePolicy", Role("resizer", ("PolicyArn", PushToLogs)));
        var both = _cloud.Iam.Role("resizer").Statements.SelectMany(statement => statement.Actions).ToList();

        await Call("DeleteRolePolicy", Role("resizer", ("PolicyName", "read")));
        await Call("DetachRolePolicy", Role("resizer", ("PolicyArn", PushToLogs)));

        Assert.That(both, Does.Contain("s3:GetObject").And.Contain("logs:PutLogEvents"));
        Assert.That(_cloud.Iam.Role("resizer").Statements, Is.Empty);
    }

    [Test]
    public async Task The_policies_of_a_role_are_listed_and_given_back()
    {
        await CreateRole("resizer");
        foreach (var name in (string[])["b", "a"])
            await Call("PutRolePolicy", Role("resizer", ("PolicyName", name), ("PolicyDocument", Policy)));
        await Call("AttachRolePolicy", Role("resizer", ("PolicyArn", PushToLogs)));
        await Call("AttachRolePolicy", Role("resizer", ("PolicyArn", PushToLogs)));

        var own = await Call("ListRolePolicies", Role("resizer"));
        var attached = await Call("ListAttachedRolePolicies", Role("resizer"));
        var document = await Call("GetRolePolicy", Role("resizer", ("PolicyName", "a")));

        Assert.That(own["PolicyNames"]!.ToJsonString(), Is.EqualTo("""["a","b"]"""));
        Assert.That(attached["AttachedPolicies"]!.ToJsonString(), Is.EqualTo($$"""[{"PolicyName":"AmazonAPIGatewayPushToCloudWatchLogs","PolicyArn":"{{PushToLogs}}"}]"""));
        Assert.That(Uri.UnescapeDataString((string)document["PolicyDocument"]!), Is.EqualTo(Policy));
    }

    [Test]
    public async Task A_role_with_policies_is_not_deleted()
    {
        await CreateRole("resizer");
        await Call("AttachRolePolicy", Role("resizer", ("PolicyArn", PushToLogs)));
        await Call("PutRolePolicy", Role("resizer", ("PolicyName", "read"), ("PolicyDocument", Policy)));

        var attached = await Refusal("DeleteRole", Role("resizer"));
        await Call("DetachRolePolicy", Role("resizer", ("PolicyArn", PushToLogs)));
        var inline = await Refusal("DeleteRole", Role("resizer"));
        await Call("DeleteRolePolicy", Role("resizer", ("PolicyName", "read")));
        var deleted = await Refusal("DeleteRole", Role("resizer"));

        Assert.That(attached, Is.EqualTo("409 DeleteConflict: Cannot delete entity, must detach all policies first."));
        Assert.That(inline, Is.EqualTo("409 DeleteConflict: Cannot delete entity, must delete policies first."));
        Assert.That((deleted, _cloud.Iam.Roles), Is.EqualTo(((string?)null, Array.Empty<object>())));
    }

    [Test]
    public async Task A_list_has_pages()
    {
        foreach (var name in (string[])["c", "a", "b"])
            await CreateRole(name);

        var first = await Call("ListRoles", new() { ["MaxItems"] = "2" });
        var second = await Call("ListRoles", new() { ["MaxItems"] = "2", ["Marker"] = (string?)first["Marker"] });

        Assert.That((Names(first), (bool)first["IsTruncated"]!), Is.EqualTo(("a b", true)));
        Assert.That((Names(second), (bool)second["IsTruncated"]!, second["Marker"]), Is.EqualTo(("c", false, (JsonNode?)null)));
    }

    [TestCase("GetRole", """{"RoleName":"none"}""", "404 NoSuchEntity: The role with name none cannot be found.")]
    [TestCase("GetRolePolicy", """{"RoleName":"there","PolicyName":"none"}""", "404 NoSuchEntity: The role policy with name none cannot be found.")]
    [TestCase("DetachRolePolicy", """{"RoleName":"there","PolicyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}""", "404 NoSuchEntity: Policy arn:aws:iam::aws:policy/AdministratorAccess was not found.")]
    [TestCase("AttachRolePolicy", """{"RoleName":"there","PolicyArn":"arn:aws:iam::aws:policy/None"}""", "404 NoSuchEntity: Policy arn:aws:iam::aws:policy/None does not exist")]
    [TestCase("CreateRole", """{"RoleName":"THERE","AssumeRolePolicyDocument":"{\"Statement\":[]}"}""", "409 EntityAlreadyExists: Role with name THERE already exists.")]
    [TestCase("CreateRole", """{"RoleName":"a b","AssumeRolePolicyDocument":"{}"}""", "400 ValidationError: The specified value for RoleName is invalid.")]
    [TestCase("CreateRole", """{"RoleName":"a","AssumeRolePolicyDocument":"{"}""", "400 MalformedPolicyDocument: This policy contains invalid Json")]
    [TestCase("CreateRole", """{"RoleName":"a","AssumeRolePolicyDocument":"{\"Statement\":5}"}""", "400 MalformedPolicyDocument: Syntax errors in policy.")]
    [TestCase("CreateRole", """{"RoleName":"a","AssumeRolePolicyDocument":"{\"Statement\":[]}","PermissionsBoundary":"arn"}""", "400 ValidationError: The embedded cloud does not support PermissionsBoundary of CreateRole.")]
    [TestCase("PutRolePolicy", """{"RoleName":"there","PolicyName":"p","PolicyDocument":"{\"Statement\":{\"Effect\":\"Allow\",\"NotAction\":\"*\",\"Resource\":\"*\"}}"}""", "400 MalformedPolicyDocument: The embedded IAM does not evaluate NotAction in a policy.")]
    [TestCase("PutRolePolicy", """{"RoleName":"there","PolicyName":"p","PolicyDocument":"{\"Statement\":{\"Effect\":\"Allow\",\"Action\":5,\"Resource\":\"*\"}}"}""", "400 MalformedPolicyDocument: Syntax errors in policy.")]
    [TestCase("PutRolePolicy", """{"RoleName":"there","PolicyName":"p","PolicyDocument":"{\"Statement\":{\"Effect\":\"Allow\",\"Action\":null,\"Resource\":\"*\"}}"}""", "400 MalformedPolicyDocument: Syntax errors in policy.")]
    [TestCase("PutRolePolicy", """{"RoleName":"there","PolicyName":"p","PolicyDocument":"[]"}""", "400 MalformedPolicyDocument: Syntax errors in policy.")]
    [TestCase("UpdateRole", """{"RoleName":"there","MaxSessionDuration":60}""", "400 ValidationError: 1 validation error detected: Value at 'maxSessionDuration'")]
    [TestCase("GetUser", """{"UserName":"nobody"}""", "404 NoSuchEntity: The user with name nobody cannot be found.")]
    [TestCase("CreateUser", """{"UserName":"nobody"}""", "400 UnknownOperationException: The embedded cloud does not support CreateUser of iam.")]
    public async Task What_IAM_does_not_do_is_refused(string operation, string members, string refusal)
    {
        await CreateRole("there");

        var refused = await _cloud.RefusalAsync("iam", operation, members);

        Assert.That(refused, Does.StartWith(refusal));
    }

    [Test]
    public async Task The_policies_of_a_role_have_a_limit_together()
    {
        await CreateRole("there");
        var document = Policy.Replace("s3:GetObject", new string('a', 6000), StringComparison.Ordinal);
        await Call("PutRolePolicy", Role("there", ("PolicyName", "a"), ("PolicyDocument", document)));

        var again = await Refusal("PutRolePolicy", Role("there", ("PolicyName", "a"), ("PolicyDocument", document)));
        var second = await Refusal("PutRolePolicy", Role("there", ("PolicyName", "b"), ("PolicyDocument", document)));

        Assert.That((again, second), Is.EqualTo(((string?)null, "409 LimitExceeded: Maximum policy size of 10240 bytes exceeded for role there")));
    }

    private static JsonObject Role(string name, params (string Member, string Value)[] others)
    {
        var members = new JsonObject { ["RoleName"] = name };
        foreach (var (member, value) in others)
            members[member] = value;
        return members;
    }

    private static JsonObject Tag(string key, string value) => new() { ["Key"] = key, ["Value"] = value };

    private static string Names(JsonObject page) => string.Join(' ', page["Roles"]!.AsArray().Select(role => (string?)role!["RoleName"]));

    private bool MayBeAssumedBy(string service) => _cloud.Iam.AssumedRole("arn:aws:iam::000000000000:role/resizer", service) is not null;

    private Task<JsonObject> CreateRole(string name) => Call("CreateRole", Role(name, ("AssumeRolePolicyDocument", Trust)));

    private Task<JsonObject> Call(string operation, JsonObject members) => _cloud.CallAsync("iam", operation, members);

    private Task<string?> Refusal(string operation, JsonObject members) => _cloud.RefusalAsync("iam", operation, members.ToJsonString());
}
