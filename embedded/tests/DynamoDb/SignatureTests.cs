using System.Text;
using System.Text.Json.Nodes;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Calls that are not signed, or not with a known access key.</summary>
public sealed class SignatureTests
{
    private const string Target = "DynamoDB_20120810.DeleteTable";

    private const string Mismatch =
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

    [Test]
    public async Task An_unsigned_call_does_nothing()
    {
        var table = await TestTable.Make();

        using var answer = await RawCall.SendUnsigned(Body(table), ("X-Amz-Target", Target));

        Assert.That(await Refusal(answer), Is.EqualTo("400 com.amazon.coral.service#MissingAuthenticationTokenException: Request is missing Authentication Token"));
        Assert.That((await AwsSurface.DynamoDb.DescribeTableAsync(table.Name)).Table.TableName, Is.EqualTo(table.Name));
    }

    [TestCase("test", "guess", "InvalidSignatureException: " + Mismatch)]
    [TestCase("AKIANOBODY", "test", "UnrecognizedClientException: The security token included in the request is invalid.")]
    public async Task A_call_with_other_credentials_does_nothing(string accessKeyId, string secret, string refusal)
    {
        var table = await TestTable.Make();

        using var answer = await RawCall.Send(new RequestSignature { AccessKeyId = accessKeyId, Secret = secret }, Target, Body(table));

        Assert.That(await Refusal(answer), Is.EqualTo($"400 com.amazon.coral.service#{refusal}"));
        Assert.That((await AwsSurface.DynamoDb.DescribeTableAsync(table.Name)).Table.TableName, Is.EqualTo(table.Name));
    }

    [Test]
    public async Task A_signature_is_for_one_body()
    {
        var (signed, other) = (await TestTable.Make(), await TestTable.Make());
        var headers = new RequestSignature().Sign("POST", AwsSurface.Endpoint.ToString(), [("X-Amz-Target", Target)], Body(signed));

        using var answer = await RawCall.SendUnsigned(Body(other), headers);

        Assert.That(await Refusal(answer), Is.EqualTo($"400 com.amazon.coral.service#InvalidSignatureException: {Mismatch}"));
        Assert.That((await AwsSurface.DynamoDb.DescribeTableAsync(other.Name)).Table.TableName, Is.EqualTo(other.Name));
    }

    [TestCase(-930, "Signature expired: {0} is now earlier than ")]
    [TestCase(930, "Signature not yet current: {0} is still later than ")]
    public async Task A_clock_may_be_15_minutes_wrong(int seconds, string refusal)
    {
        var date = DateTimeOffset.UtcNow.AddSeconds(seconds);

        using var answer = await RawCall.Send(new RequestSignature { Date = date }, "DynamoDB_20120810.ListTables", "{}"u8.ToArray());
        using var inTime = await RawCall.Send(new RequestSignature { Date = DateTimeOffset.UtcNow.AddSeconds(seconds * 0.95) }, "DynamoDB_20120810.ListTables", "{}"u8.ToArray());

        Assert.That(await Refusal(answer), Does.StartWith($"400 com.amazon.coral.service#InvalidSignatureException: {string.Format(null, refusal, $"{date:yyyyMMdd'T'HHmmss'Z'}")}").And.Match(@" \(\d{8}T\d{6}Z [+-] 15 min\.\)$"));
        Assert.That((int)inTime.StatusCode, Is.EqualTo(200));
    }

    [TestCase("Credential=", "Credentials=", "IncompleteSignatureException: Authorization header requires 'Credential' parameter.")]
    [TestCase("Signature=", "Sign=", "IncompleteSignatureException: Authorization header requires 'Signature' parameter.")]
    [TestCase("SignedHeaders=", "Headers=", "IncompleteSignatureException: Authorization header requires 'SignedHeaders' parameter.")]
    [TestCase("us-east-1", "us-east-2", "InvalidSignatureException: " + Mismatch)]
    [TestCase("SignedHeaders=host;", "SignedHeaders=", "InvalidSignatureException: " + Mismatch)]
    [TestCase("AWS4-HMAC-SHA256", "Bearer", "MissingAuthenticationTokenException: Request is missing Authentication Token")]
    public async Task A_malformed_header_is_refused(string part, string with, string refusal)
    {
        var headers = new RequestSignature().Sign("POST", AwsSurface.Endpoint.ToString(), [("X-Amz-Target", Target)], "{}"u8.ToArray());

        using var answer = await RawCall.SendUnsigned("{}"u8.ToArray(), [.. headers.Select(h => (h.Name, h.Name == "Authorization" ? h.Value.Replace(part, with, StringComparison.Ordinal) : h.Value))]);

        Assert.That(await Refusal(answer), Is.EqualTo($"400 com.amazon.coral.service#{refusal}"));
    }

    private static byte[] Body(TestTable table) => Encoding.UTF8.GetBytes($$"""{"TableName": "{{table.Name}}"}""");

    private static async Task<string> Refusal(HttpResponseMessage answer)
    {
        var error = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return $"{(int)answer.StatusCode} {error["__type"]}: {error["message"]}";
    }
}
