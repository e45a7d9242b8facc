using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using EmbeddedAws.Iam;

namespace EmbeddedAws.Tests.S3;

/// <summary>Who may use a bucket by its policy. Each test has its own cloud, since roles belong to the whole account.</summary>
public sealed class BucketPolicyTests
{
    private const string Everyone = "\"*\"";
    private const string Role = "{\"AWS\":\"arn:aws:iam::000000000000:role/reader\"}";

    private EmbeddedCloud _cloud = null!;
    private IamRole _role = null!;
    private IAmazonS3 _s3 = null!;

    [SetUp]
    public async Task StartACloudWithARole()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        _role = _cloud.Iam.CreateRole("reader");
        _s3 = AwsSurface.S3Of(_cloud, new SessionAWSCredentials(_role.AccessKeyId, _role.SecretAccessKey, "token"));
        await Wire.PutAsync(Url(""), []);
        await Wire.PutAsync(Url("/a"), "text"u8.ToArray());
    }

    [TearDown]
    public async Task StopTheCloud()
    {
        _s3.Dispose();
        await _cloud.DisposeAsync();
    }

    [TestCase("/images/", "images/", true)]
    [TestCase("/images/", "", false)]
    [TestCase("/", "images/", false)]
    public async Task A_role_is_named_with_its_path(string path, string named, bool isAllowed)
    {
        await _cloud.CallAsync("iam", "CreateRole", new() { ["RoleName"] = "guest", ["Path"] = path, ["AssumeRolePolicyDocument"] = """{"Statement":[]}""" });
        var guest = _cloud.Iam.Role("guest");
        using var s3 = AwsSurface.S3Of(_cloud, new SessionAWSCredentials(guest.AccessKeyId, guest.SecretAccessKey, "token"));
        await PutAsync(Statement("Allow", $$"""{"AWS":"arn:aws:iam::000000000000:role/{{named}}guest"}""", "s3:GetObject", "arn:aws:s3:::photos/*"));

        await OpenAsync();

        Assert.That(() => s3.GetObjectAsync("photos", "a"), isAllowed ? Throws.Nothing : Is.S3Error(403, "AccessDenied"));
    }

    [TestCase(Role, "s3:GetObject", "arn:aws:s3:::photos/*", true)]
    [TestCase(Everyone, "s3:Get*", "arn:aws:s3:::photos/a", true)]
    [TestCase("{\"AWS\":[\"arn:aws:iam::000000000000:role/other\",\"arn:aws:iam::000000000000:role/reader\"]}", "s3:*", "arn:aws:s3:::photos/a", true)]
    [TestCase("{\"AWS\":\"arn:aws:iam::000000000000:role/other\"}", "s3:GetObject", "arn:aws:s3:::photos/*", false)]
    [TestCase("{\"AWS\":\"arn:aws:iam::000000000000:root\"}", "s3:GetObject", "arn:aws:s3:::photos/*", false)]
    [TestCase("{\"Service\":\"lambda.amazonaws.com\"}", "s3:GetObject", "arn:aws:s3:::photos/*", false)]
    [TestCase(Role, "s3:PutObject", "arn:aws:s3:::photos/*", false)]
    [TestCase(Role, "s3:GetObject", "arn:aws:s3:::photos/b", false)]
    public async Task A_role_may_do_what_the_policy_allows_it(string principal, string action, string resource, bool allowed)
    {
        await OpenAsync();

        var put = await PutAsync(Statement("Allow", principal, action, resource));

        Assert.That(put.Status, Is.EqualTo(204));
        Assert.That(() => _s3.GetObjectAsync("photos", "a"), allowed ? Throws.Nothing : Is.S3Error(403, "AccessDenied"));
    }

    [Test]
    public async Task What_a_policy_of_the_role_denies_no_bucket_allows()
    {
        _role.PutPolicy("deny", """{"Statement":[{"Effect":"Deny","Action":"s3:GetObject","Resource":"*"}]}""");

        await PutAsync(Statement("Allow", Role, "s3:GetObject", "arn:aws:s3:::photos/*"));

        Assert.That(() => _s3.GetObjectAsync("photos", "a"), Is.S3Error(403, "AccessDenied"));
    }

    [Test]
    public async Task What_the_policy_denies_nobody_may_but_the_owner_changes_the_policy()
    {
        _role.PutPolicy("allow", """{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""");
        await PutAsync(Statement("Deny", Everyone, "s3:*", "arn:aws:s3:::photos\",\"arn:aws:s3:::photos/*"));

        var developer = await Wire.GetAsync(Url("/a"));
        var deleted = await Wire.SendAsync("DELETE", Url("?policy"), null);
        var again = await Wire.GetAsync(Url("/a"));

        Assert.That(developer, Is.Refused(403, "AccessDenied"));
        Assert.That(developer.Element("Message"), Does.Contain("s3:GetObject on resource: \"arn:aws:s3:::photos/a\" with an explicit deny in a resource-based policy"));
        Assert.That((deleted.Status, again.Status), Is.EqualTo((204, 200)));
    }

    [TestCase("false", 200)]
    [TestCase("true", 403)]
    public async Task A_request_counts_as_one_over_TLS(string denied, int status)
    {
        await PutAsync(Statement("Deny", Everyone, "s3:*", "arn:aws:s3:::photos/*", $",\"Condition\":{{\"Bool\":{{\"aws:SecureTransport\":\"{denied}\"}}}}"));

        var answer = await Wire.GetAsync(Url("/a"));

        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task A_request_that_is_not_signed_is_let_in_where_the_policy_allows_everyone()
    {
        await OpenAsync();
        await PutAsync(Statement("Allow", Everyone, "s3:GetObject", "arn:aws:s3:::photos/*"));

        var get = await Wire.SendUnsignedAsync("GET", Url("/a"), null);
        var put = await Wire.SendUnsignedAsync("PUT", Url("/b"), []);
        var list = await Wire.SendUnsignedAsync("GET", Url("?list-type=2"), null);
        var missing = await Wire.SendUnsignedAsync("GET", Url("/none"), null);

        Assert.That((get.Status, Encoding.UTF8.GetString(get.Body)), Is.EqualTo((200, "text")));
        Assert.That(new[] { put.Code, list.Code, missing.Code }, Is.All.EqualTo("AccessDenied"));
    }

    [Test]
    public async Task The_public_access_block_closes_a_bucket_whose_policy_is_public()
    {
        var blocked = await PutAsync(Statement("Allow", Everyone, "s3:GetObject", "arn:aws:s3:::photos/*"));
        await Wire.SendAsync("DELETE", Url("?publicAccessBlock"), null);
        var put = await PutAsync(Statement("Allow", Everyone, "s3:GetObject", "arn:aws:s3:::photos/*"));
        var open = await Wire.SendUnsignedAsync("GET", Url("/a"), null);
        await Wire.PutAsync(Url("?publicAccessBlock"), "<PublicAccessBlockConfiguration><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>"u8.ToArray());
        var closed = await Wire.SendUnsignedAsync("GET", Url("/a"), null);

        Assert.That((blocked.Status, blocked.Code, put.Status), Is.EqualTo((403, "AccessDenied", 204)));
        Assert.That((open.Status, closed.Status), Is.EqualTo((200, 403)));
        Assert.That(() => _s3.GetObjectAsync("photos", "a"), Throws.Nothing);
    }

    [TestCase(Everyone, "Allow", "true")]
    [TestCase("{\"AWS\":\"*\"}", "Allow", "true")]
    [TestCase(Everyone, "Deny", "false")]
    [TestCase(Role, "Allow", "false")]
    public async Task A_policy_is_public_that_allows_something_to_everyone(string principal, string effect, string expected)
    {
        await OpenAsync();
        await PutAsync(Statement(effect, principal, "s3:GetObject", "arn:aws:s3:::photos/*"));

        var status = await Wire.GetAsync(Url("?policyStatus"));
        var policy = await Wire.GetAsync(Url("?policy"));

        Assert.That(status.Element("IsPublic"), Is.EqualTo(expected));
        Assert.That(Encoding.UTF8.GetString(policy.Body), Is.EqualTo(Statement(effect, principal, "s3:GetObject", "arn:aws:s3:::photos/*")));
    }

    [TestCase("no json", "Policies must be valid JSON")]
    [TestCase("[]", "Policies must be valid JSON")]
    [TestCase("{}", "Policies must be valid JSON")]
    [TestCase("""{"Statement":[]}""", "Statement is empty")]
    [TestCase("""{"Statement":[],"Other":1}""", "Unknown field Other")]
    [TestCase("""{"Version":"1","Statement":[]}""", "valid version")]
    [TestCase("""{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::photos"}}""", "Policies must be valid JSON")]
    [TestCase("""{"Statement":{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::other"}}""", "invalid resource")]
    [TestCase("""{"Statement":{"Effect":"Allow","Principal":"*","Action":"sqs:*","Resource":"arn:aws:s3:::photos"}}""", "invalid action")]
    [TestCase("""{"Statement":{"Effect":"Allow","Principal":"me","Action":"s3:*","Resource":"arn:aws:s3:::photos"}}""", "Invalid principal")]
    [TestCase("""{"Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::000000000000:role/*"},"Action":"s3:*","Resource":"arn:aws:s3:::photos"}}""", "Invalid principal")]
    [TestCase("""{"Statement":{"Effect":"Allow","Principal":{"Federated":"a"},"Action":"s3:*","Resource":"arn:aws:s3:::photos"}}""", "Federated")]
    [TestCase("""{"Statement":{"Effect":"Allow","Principal":{"AWS":null},"Action":"s3:*","Resource":"arn:aws:s3:::photos"}}""", "valid JSON")]
    [TestCase("""{"Statement":{"Effect":"Allow","Principal":"*","Action":null,"Resource":"arn:aws:s3:::photos"}}""", "valid JSON")]
    [TestCase("""{"Statement":{"Effect":"Allow","Principal":"*","NotAction":"s3:*","Resource":"arn:aws:s3:::photos"}}""", "NotAction")]
    [TestCase("""{"Statement":{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::photos","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}}""", "IpAddress of aws:SourceIp")]
    public async Task A_policy_that_is_not_evaluated_in_full_is_refused(string policy, string named)
    {
        var answer = await PutAsync(policy);
        var get = await Wire.GetAsync(Url("?policy"));

        Assert.That(answer, Is.Refused(400, "MalformedPolicy"));
        Assert.That(answer.Element("Message"), Does.Contain(named));
        Assert.That(get, Is.Refused(404, "NoSuchBucketPolicy"));
    }

    private static string Statement(string effect, string principal, string action, string resource, string more = "") =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"{{effect}}","Principal":{{principal}},"Action":["{{action}}"],"Resource":["{{resource}}"]{{more}}}]}""";

    private string Url(string target) => $"{_cloud.Endpoint}photos{target}";

    private Task<S3Answer> OpenAsync() => Wire.SendAsync("DELETE", Url("?publicAccessBlock"), null);

    private Task<S3Answer> PutAsync(string policy) => Wire.PutAsync(Url("?policy"), Encoding.UTF8.GetBytes(policy));
}
