namespace EmbeddedAws.Tests.S3;

/// <summary>Characters that no header of an answer can have.</summary>
public sealed class CorsCharacterTests
{
    private const string AnyHeader =
        "<CORSRule><AllowedOrigin>https://*</AllowedOrigin><AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod><AllowedHeader>*</AllowedHeader></CORSRule>";

    [TestCase("ExposeHeader", "a&#10;b")]
    [TestCase("ExposeHeader", "a&#13;&#10;Set-Cookie: a=b")]
    [TestCase("ExposeHeader", "ü")]
    [TestCase("ExposeHeader", "a&#127;b")]
    [TestCase("AllowedHeader", "ü")]
    public async Task A_rule_with_characters_that_no_header_can_have_is_refused(string element, string value)
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await Wire.PutAsync($"/{bucket}?cors", TestCors.Xml(
            $"<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod><{element}>{value}</{element}></CORSRule>"));

        Assert.That(answer, Is.Refused(400, "InvalidRequest"));
        Assert.That(answer.Element("Message"), Does.StartWith(element).And.EndWith("contains invalid character."));
    }

    [TestCase("https://ü.example.com", "content-type")]
    [TestCase("https://a.example.com", "content-type, ü")]
    [TestCase("https://a.example.com", "content type")]
    public async Task A_preflight_with_characters_that_no_header_can_have_is_forbidden(string origin, string headers)
    {
        var bucket = await TestCors.PutAsync(await TestBucket.CreateAsync(), AnyHeader);
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync($"OPTIONS /{bucket}/a HTTP/1.1", ["Connection: close", $"Origin: {origin}", "Access-Control-Request-Method: PUT", $"Access-Control-Request-Headers: {headers}"]);
        var answer = await connection.ReadUntilAsync("</Error>");

        Assert.That(answer, Does.StartWith("HTTP/1.1 403 ").And.Contain("<Code>AccessForbidden</Code>"));
    }

    [Test]
    public async Task A_page_with_such_an_origin_gets_its_answer_without_the_headers()
    {
        var bucket = await TestCors.PutAsync(await TestBucket.CreateAsync(), AnyHeader);
        using var connection = await RawConnection.OpenAsync();

        await connection.SendAsync($"GET /{bucket}/a HTTP/1.1", ["Connection: close", "Origin: https://ü.example.com"]);
        var answer = await connection.ReadUntilAsync("</Error>");

        Assert.That(answer, Does.StartWith("HTTP/1.1 404 ").And.Not.Contain("Access-Control-Allow-Origin"));
    }
}
