using System.Text;

namespace EmbeddedAws.Tests.S3;

/// <summary>A CORS configuration, and the questions of browsers.</summary>
internal static class TestCors
{
    public const string Origin = "https://pages.example.com";

    public const string Rule =
        "<CORSRule><AllowedOrigin>https://pages.example.com</AllowedOrigin><AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod>"
        + "<AllowedHeader>Content-Type</AllowedHeader><AllowedHeader>x-amz-*</AllowedHeader>"
        + "<ExposeHeader>ETag</ExposeHeader><ExposeHeader>Content-Range</ExposeHeader><MaxAgeSeconds>600</MaxAgeSeconds></CORSRule>";

    public static byte[] Xml(string rules) =>
        Encoding.UTF8.GetBytes($"<CORSConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">{rules}</CORSConfiguration>");

    /// <summary>Gives a bucket rules.</summary>
    /// <returns>The bucket.</returns>
    public static async Task<string> PutAsync(string bucket, string rules = Rule)
    {
        var answer = await Wire.PutAsync($"/{bucket}?cors", Xml(rules));
        Assert.That(answer.Status, Is.EqualTo(200));
        return bucket;
    }

    public static Task<S3Answer> PreflightAsync(string target, string origin = Origin, string method = "PUT", string? headers = null) => Wire.SendAsync(
        "OPTIONS",
        target,
        null,
        [("Origin", origin), ("Access-Control-Request-Method", method), .. headers is null ? [] : new[] { ("Access-Control-Request-Headers", headers) }]);
}
