using System.Text;
using System.Web;

namespace EmbeddedAws.Tests;

/// <summary>The headers that a signature says it covers.</summary>
public sealed class SignedHeadersTests
{
    private static readonly HttpClient Http = new();

    [TestCase(null, 400, "AuthorizationHeaderMalformed")]
    [TestCase("dynamodb", 400, "InvalidSignatureException")]
    [TestCase("iam", 403, "InvalidSignatureException")]
    public async Task Each_of_them_is_named_once(string? service, int status, string code)
    {
        var once = await SendAsync(service, new RequestSignature());
        var twice = await SendAsync(service, new RequestSignature { Hosts = 2 });

        Assert.That(once.Status, Is.EqualTo(200));
        Assert.That(twice.Status, Is.EqualTo(status));
        Assert.That(twice.Text, Does.Contain(code));
    }

    [TestCase(null, 403, "x-amz-meta-added")]
    [TestCase("dynamodb", 400, "'x-amz-meta-added' must be a 'SignedHeader' in the AWS Authorization.")]
    [TestCase("iam", 403, "'x-amz-meta-added' must be a 'SignedHeader' in the AWS Authorization.")]
    public async Task All_headers_of_AWS_are_among_them(string? service, int status, string message)
    {
        var traced = await SendAsync(service, new RequestSignature(), ("X-Amzn-Trace-Id", "Root=1"), ("amz-sdk-request", "attempt=1"));
        var added = await SendAsync(service, new RequestSignature(), ("x-amz-meta-added", "1"));

        Assert.That(traced.Status, Is.EqualTo(200));
        Assert.That(added.Status, Is.EqualTo(status));
        Assert.That(HttpUtility.HtmlDecode(added.Text.Replace("\\u0027", "'", StringComparison.Ordinal)), Does.Contain(message));
    }

    private static async Task<(int Status, string Text)> SendAsync(string? service, RequestSignature signature, params (string Name, string Value)[] unsigned)
    {
        (string, string)[] target = service == "dynamodb" ? [("X-Amz-Target", "DynamoDB_20120810.ListTables")] : [];
        var body = Encoding.UTF8.GetBytes(service == "iam" ? "Action=ListRoles&Version=2010-05-08" : "{}");
        using var request = new HttpRequestMessage(service is null ? HttpMethod.Get : HttpMethod.Post, AwsSurface.Endpoint);
        if (service is not null)
            request.Content = new ByteArrayContent(body);
        foreach (var (name, value) in (signature with { Service = service == "iam" ? service : null }).Sign(request.Method.Method, $"{AwsSurface.Endpoint}", target, body).Concat(unsigned))
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
