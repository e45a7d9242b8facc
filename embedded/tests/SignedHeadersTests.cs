using System.Text;

namespace EmbeddedAws.Tests;

/// <summary>The headers that a signature says it covers.</summary>
public sealed class SignedHeadersTests
{
    private static readonly HttpClient Http = new();

    [TestCase(null, "AuthorizationHeaderMalformed")]
    [TestCase("dynamodb", "InvalidSignatureException")]
    [TestCase("iam", "InvalidSignatureException")]
    public async Task Each_of_them_is_named_once(string? service, string code)
    {
        (string, string)[] target = service == "dynamodb" ? [("X-Amz-Target", "DynamoDB_20120810.ListTables")] : [];
        var body = Encoding.UTF8.GetBytes(service == "iam" ? "Action=ListRoles&Version=2010-05-08" : "{}");
        var method = service is null ? "GET" : "POST";
        var signed = new RequestSignature { Service = service == "dynamodb" ? null : service }.Sign(method, $"{AwsSurface.Endpoint}", target, body);

        var (once, _) = await SendAsync(method, body, signed);
        var (twice, refusal) = await SendAsync(method, body, [.. signed.Select(header => (header.Name, header.Value.Replace("SignedHeaders=host", "SignedHeaders=host;Host", StringComparison.Ordinal)))]);

        Assert.That(once, Is.EqualTo(200));
        Assert.That(twice, Is.InRange(400, 403));
        Assert.That(refusal, Does.Contain(code));
    }

    private static async Task<(int Status, string Text)> SendAsync(string method, byte[] body, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), AwsSurface.Endpoint);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (method == "POST")
            request.Content = new ByteArrayContent(body);
        using var answer = await Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
