using System.Security.Cryptography;
using System.Text;
using EmbeddedAws.Iam;
using EmbeddedAws.Tests.S3;
using Is = NUnit.Framework.Is;

namespace EmbeddedAws.Tests;

/// <summary>Requests of a role that is deleted after their heads were read, and before their bodies have come.</summary>
public sealed class DeletedRoleTests
{
    private const string Keys = "<Delete><Object><Key>a</Key></Object></Delete>";

    private EmbeddedCloud _cloud = null!;
    private IamRole _role = null!;

    [SetUp]
    public async Task StartACloudWithARole()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        _role = _cloud.Iam.CreateRole("passing");
    }

    [TearDown]
    public async Task StopTheCloud() => await _cloud.DisposeAsync();

    [TestCase("iam", "Action=CreateRole&RoleName=forged&AssumeRolePolicyDocument=%7B%22Statement%22%3A%5B%5D%7D", "", 403)]
    [TestCase("dynamodb", "{}", "X-Amz-Target: DynamoDB_20120810.ListTables", 400)]
    public async Task Nobody_else_signs_for_it(string service, string body, string header, int status)
    {
        var forged = new RequestSignature { AccessKeyId = _role.AccessKeyId, Secret = "", Service = service };

        var answer = await DeleteTheRoleDuringAsync("POST / HTTP/1.1", header, body, forged);

        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status} ").And.Contain("InvalidSignatureException"));
        Assert.That(_cloud.Iam.Roles, Is.Empty);
    }

    [TestCase("iam", "POST /", "Action=ListRoles", "", "AccessDenied")]
    [TestCase("dynamodb", "POST /", "{}", "X-Amz-Target: DynamoDB_20120810.ListTables", "AccessDenied")]
    [TestCase(null, "POST /bucket?delete", Keys, "Content-MD5", "<Code>AccessDenied</Code>")]
    public async Task It_may_do_no_more_than_before(string? service, string request, string body, string header, string refusal)
    {
        await _cloud.CreateBucketAsync("bucket", []);
        await Wire.PutAsync($"{_cloud.Endpoint}bucket/a", [1]);
        var sent = header == "Content-MD5" ? $"Content-MD5: {Md5(body)}" : header;

        var answer = await DeleteTheRoleDuringAsync($"{request} HTTP/1.1", sent, body, RequestSignature.Of(_role) with { Service = service });
        var there = await Wire.GetAsync($"{_cloud.Endpoint}bucket/a");

        Assert.That(answer, Does.Contain(refusal));
        Assert.That(there.Status, Is.EqualTo(200));
    }

    private async Task<string> DeleteTheRoleDuringAsync(string requestLine, string header, string body, RequestSignature signature)
    {
        using var connection = await RawConnection.OpenAsync(_cloud.Endpoint);
        string[] headers = [$"Content-Length: {body.Length}", "Expect: 100-continue", "Connection: close", .. header.Length > 0 ? new[] { header } : []];
        await connection.SendAsync(requestLine, headers, signed: body, signature: signature);
        Assert.That(await connection.ReadUntilAsync("\r\n\r\n"), Is.EqualTo("HTTP/1.1 100 Continue\r\n\r\n"));
        await _cloud.CallAsync("iam", "DeleteRole", """{"RoleName":"passing"}""");
        await connection.WriteAsync(body);
        return await connection.ReadUntilAsync("the end");
    }

#pragma warning disable CA5351 // What S3 demands of the body of this operation.
    private static string Md5(string text) => Convert.ToBase64String(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
