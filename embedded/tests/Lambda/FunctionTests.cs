using System.Text.Json.Nodes;

namespace EmbeddedAws.Tests.Lambda;

/// <summary>How functions are made, changed and deleted.</summary>
public sealed class FunctionTests
{
    private static FunctionCloud _cloud = null!;

    [OneTimeSetUp]
    public static async Task Start() => _cloud = await FunctionCloud.StartAsync();

    [OneTimeTearDown]
    public static async Task Stop() => await _cloud.DisposeAsync();

    [Test]
    public async Task A_function_is_given_back_as_it_was_made()
    {
        var settings = JsonNode.Parse("""
            {"Runtime":"dotnet10","Handler":"A::B::C","Description":"Text","Timeout":28,"MemorySize":1024,"Architectures":["arm64"],"Tags":{"stack":"dev"},
             "Environment":{"Variables":{"MINE":"1"}},"LoggingConfig":{"LogFormat":"Text","LogGroup":"/logs"},"EphemeralStorage":{"Size":1024},"TracingConfig":{"Mode":"Active"},
             "VpcConfig":{"SubnetIds":[],"SecurityGroupIds":[]},"Layers":[],"DeadLetterConfig":{"TargetArn":""}}
            """)!.AsObject();

        var created = await _cloud.CreateAsync("whole", FunctionCloud.Package, settings);
        var got = await _cloud.CallAsync("GetFunction", "whole");

        Assert.That(got["Configuration"]!.ToJsonString(), Is.EqualTo(created.ToJsonString()));
        foreach (var member in new[] { "Runtime", "Handler", "Description", "Timeout", "MemorySize", "Architectures", "Environment", "LoggingConfig", "EphemeralStorage", "TracingConfig" })
            Assert.That(created[member]!.ToJsonString(), Is.EqualTo(settings[member]!.ToJsonString()), member);
        Assert.That(got["Tags"]!.ToJsonString(), Is.EqualTo("""{"stack":"dev"}"""));
        Assert.That(((string?)created["State"], (string?)created["LastUpdateStatus"], (long?)created["CodeSize"]), Is.EqualTo(("Active", "Successful", (long)FunctionCloud.Package.Length)));
        Assert.That((string?)created["CodeSha256"], Is.EqualTo(Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(FunctionCloud.Package))));
    }

    [TestCase("""{"MemorySize":127}""", 400, "InvalidParameterValueException")]
    [TestCase("""{"MemorySize":10241}""", 400, "InvalidParameterValueException")]
    [TestCase("""{"Timeout":901}""", 400, "InvalidParameterValueException")]
    [TestCase("""{"Runtime":"python3.14"}""", 400, "InvalidParameterValueException")]
    [TestCase("""{"Handler":""}""", 400, "InvalidParameterValueException")]
    [TestCase("""{"Role":"arn:aws:iam::000000000000:role/missing"}""", 400, "InvalidParameterValueException")]
    [TestCase("""{"Environment":{"Variables":{"AWS_REGION":"x"}}}""", 400, "InvalidParameterValueException")]
    [TestCase("""{"Layers":["arn:aws:lambda:us-east-1:1:layer:a:1"]}""", 400, "InvalidParameterValueException")]
    [TestCase("""{"SnapStart":{"ApplyOn":"PublishedVersions"}}""", 400, "InvalidParameterValueException")]
    [TestCase("""{"Code":{"ZipFile":"AAAA"}}""", 400, "InvalidParameterValueException")]
    [TestCase("""{"Code":{"S3Bucket":"a","S3Key":"b"}}""", 400, "InvalidParameterValueException")]
    [TestCase("""{"Mystery":1}""", 400, "InvalidParameterValueException")]
    public async Task What_is_not_valid_is_refused(string settings, int status, string code)
    {
        var refusal = await FunctionCloud.RefusalOf(() => _cloud.CreateAsync("refused", FunctionCloud.Package, JsonNode.Parse(settings)!.AsObject()));

        Assert.That(refusal, Is.EqualTo((status, code)));
    }

    [Test]
    public async Task A_role_that_trusts_another_service_is_refused()
    {
        await _cloud.Cloud.CallAsync("iam", "CreateRole", """{"RoleName":"gate","AssumeRolePolicyDocument":"{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":\"apigateway.amazonaws.com\"}}]}"}""");

        var refusal = await FunctionCloud.RefusalOf(() => _cloud.CreateAsync("distrusted", FunctionCloud.Package, new JsonObject { ["Role"] = "arn:aws:iam::000000000000:role/gate" }));

        Assert.That(refusal, Is.EqualTo((400, "InvalidParameterValueException")));
    }

    [Test]
    public async Task Variables_have_4_KB()
    {
        var settings = new JsonObject { ["Environment"] = new JsonObject { ["Variables"] = new JsonObject { ["LONG"] = new string('a', 4100) } } };

        var refusal = await FunctionCloud.RefusalOf(() => _cloud.CreateAsync("variables", FunctionCloud.Package, settings));

        Assert.That(refusal, Is.EqualTo((400, "InvalidParameterValueException")));
    }

    [TestCase("../outside")]
    [TestCase("/etc/passwd")]
    [TestCase("a/../../b")]
    [TestCase("..\\outside")]
    public async Task A_zip_cannot_write_outside_its_folder(string name)
    {
        var refusal = await FunctionCloud.RefusalOf(() => _cloud.CreateAsync("slip", FunctionCloud.Zip((name, [1], 0x1A4)), []));

        Assert.That(refusal, Is.EqualTo((400, "InvalidParameterValueException")));
    }

    [TestCase("a", "a/b")]
    [TestCase("a/b", "a-b", "a", "b/a")]
    [TestCase("a/b/c", "a/b")]
    [TestCase("a", "a/")]
    [TestCase("a//b")]
    [TestCase("././a")]
    [TestCase("a/.")]
    public async Task A_zip_whose_names_are_no_files_is_refused(params string[] names)
    {
        var refusal = await FunctionCloud.RefusalOf(() => _cloud.CreateAsync("names", FunctionCloud.Zip([.. names.Select(name => (name, Array.Empty<byte>(), 0x1A4))]), []));

        Assert.That(refusal, Is.EqualTo((400, "InvalidParameterValueException")));
    }

    [TestCase("a/", "a/b", "a-b", "ab")]
    public async Task A_zip_may_have_folders(params string[] names)
    {
        var refusal = await FunctionCloud.RefusalOf(() => _cloud.CreateAsync("folders", FunctionCloud.Zip([.. names.Select(name => (name, Array.Empty<byte>(), 0x1A4))]), []));

        Assert.That(refusal, Is.Null);
    }

    [TestCase(4096, null)]
    [TestCase(4097, "InvalidParameterValueException")]
    public async Task A_path_in_a_zip_has_at_most_4096_bytes(int length, string? code)
    {
        var path = string.Concat(Enumerable.Repeat("ü/", 1365)) + new string('a', length - (1365 * 3));

        var refusal = await FunctionCloud.RefusalOf(() => _cloud.CreateAsync($"deep-{length}", FunctionCloud.Zip((path, [1], 0x1A4)), []));

        Assert.That(refusal?.Code, Is.EqualTo(code));
    }

    [Test]
    public async Task A_zip_may_not_say_that_it_has_more_than_64_bits_count()
    {
        var refusal = await FunctionCloud.RefusalOf(() => _cloud.CreateAsync("long", LongZip.Bytes, []));

        Assert.That(refusal, Is.EqualTo((400, "InvalidParameterValueException")));
    }

    [Test]
    public async Task A_zip_has_250_MB_unpacked()
    {
        var refusal = await FunctionCloud.RefusalOf(() => _cloud.CreateAsync("bomb", FunctionCloud.Zip(("zeros", new byte[(250 * 1024 * 1024) + 1], 0x1A4)), []));

        Assert.That(refusal, Is.EqualTo((400, "InvalidParameterValueException")));
    }

    [Test]
    public async Task There_is_one_function_with_a_name()
    {
        await _cloud.CreateAsync("Echo", name: "twice");

        var again = await FunctionCloud.RefusalOf(() => _cloud.CreateAsync("Echo", name: "twice"));
        await _cloud.CallAsync("DeleteFunction", "twice");
        var gone = await FunctionCloud.RefusalOf(() => _cloud.CallAsync("GetFunction", "twice"));

        Assert.That((again, gone), Is.EqualTo(((409, "ResourceConflictException"), (404, "ResourceNotFoundException"))));
    }

    [Test]
    public async Task New_code_runs_from_the_next_invocation_on()
    {
        await _cloud.CreateAsync("code", FunctionCloud.Package, new JsonObject { ["Runtime"] = "dotnet10", ["Handler"] = "EmbeddedAws.Tests.Functions::EmbeddedAws.Tests.Functions.Handlers::CountAsync" });
        var before = await _cloud.InvokeAsync("code");

        var updated = await _cloud.CallAsync("UpdateFunctionCode", "code", ("ZipFile", Convert.ToBase64String(FunctionCloud.Zip(("nothing", [1], 0x1A4)))));
        var broken = await _cloud.InvokeAsync("code");
        await _cloud.CallAsync("UpdateFunctionCode", "code", ("ZipFile", Convert.ToBase64String(FunctionCloud.Package)));
        var after = await _cloud.InvokeAsync("code");

        Assert.That((long?)updated["CodeSize"], Is.LessThan(FunctionCloud.Package.Length));
        Assert.That(broken.Text, Does.Contain("runtimeconfig.json"));
        Assert.That((before.Json[0]!.ToString(), after.Json[0]!.ToString()), Is.EqualTo(("1", "1")));
        Assert.That(after.Text, Is.Not.EqualTo(before.Text));
    }

    [Test]
    public async Task New_settings_hold_from_the_next_invocation_on()
    {
        await _cloud.CreateAsync("Echo", name: "settings");
        await _cloud.InvokeAsync("settings");

        await _cloud.CallAsync("UpdateFunctionConfiguration", "settings", ("MemorySize", 600), ("Timeout", 20));
        var answer = await _cloud.InvokeAsync("settings");

        Assert.That((int?)answer.Json["memory"], Is.EqualTo(600));
        Assert.That((int?)answer.Json["seconds"], Is.InRange(15, 20));
    }

    [Test]
    public async Task A_change_of_another_revision_is_refused()
    {
        await _cloud.CreateAsync("Echo", name: "revision");

        var refusal = await FunctionCloud.RefusalOf(() => _cloud.CallAsync("UpdateFunctionConfiguration", "revision", ("RevisionId", "other"), ("Timeout", 20)));

        Assert.That(refusal, Is.EqualTo((412, "PreconditionFailedException")));
    }

    [Test]
    public async Task A_policy_is_given_back_as_it_was_made()
    {
        await _cloud.CreateAsync("Echo", name: "policy");
        var none = await FunctionCloud.RefusalOf(() => _cloud.CallAsync("GetPolicy", "policy"));

        await _cloud.CallAsync(
            "AddPermission", "policy", ("StatementId", "api"), ("Action", "lambda:InvokeFunction"), ("Principal", "apigateway.amazonaws.com"), ("SourceArn", "arn:aws:execute-api:us-east-1:000000000000:a/dev/*/*"));
        var policy = JsonNode.Parse((string)(await _cloud.CallAsync("GetPolicy", "policy"))["Policy"]!)!;
        await _cloud.CallAsync("RemovePermission", "policy", ("StatementId", "api"));
        var again = await FunctionCloud.RefusalOf(() => _cloud.CallAsync("RemovePermission", "policy", ("StatementId", "api")));

        Assert.That(none, Is.EqualTo((404, "ResourceNotFoundException")));
        Assert.That(policy["Statement"]![0]!.ToJsonString(), Is.EqualTo(
            """{"Sid":"api","Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":"lambda:InvokeFunction","Resource":"arn:aws:lambda:us-east-1:000000000000:function:policy","Condition":{"ArnLike":{"AWS:SourceArn":"arn:aws:execute-api:us-east-1:000000000000:a/dev/*/*"}}}"""));
        Assert.That(again, Is.EqualTo((404, "ResourceNotFoundException")));
    }

    [Test]
    public async Task Code_in_this_process_needs_no_zip()
    {
        _cloud.Cloud.RunInProcess("here", (sent, _, _) => Task.FromResult<byte[]>([(byte)'[', .. sent, (byte)']']));
        _cloud.Cloud.RunInProcess("failing", (_, _, _) => throw new InvalidOperationException("No."));
        await _cloud.CreateAsync("here", [], []);
        await _cloud.CreateAsync("failing", [], []);

        var answer = await _cloud.InvokeAsync("here", "1");
        var failed = await _cloud.InvokeAsync("failing", "1");

        Assert.That(answer.Text, Is.EqualTo("[1]"));
        Assert.That((failed.Headers["X-Amz-Function-Error"], failed.Text), Is.EqualTo(("Unhandled", """{"errorType":"InvalidOperationException","errorMessage":"No."}""")));
    }
}
