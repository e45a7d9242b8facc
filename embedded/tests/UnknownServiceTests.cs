using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace EmbeddedAws.Tests;

/// <summary>Requests for services that this cloud does not have.</summary>
public sealed class UnknownServiceTests
{
    private const string Known = "This cloud has apigateway, dynamodb, iam, kms, lambda, logs, monitoring, s3, s3-control, scheduler and sts";

    private static readonly HttpClient Http = new();

    [TestCase("ec2")]
    [TestCase("sqs")]
    public async Task A_request_that_is_signed_for_another_service_is_refused_by_its_name(string service)
    {
        using var answer = await Send("POST", "/", "Action=GetCallerIdentity", ("Authorization", Signed(service)));

        var error = XElement.Parse(await answer.Content.ReadAsStringAsync()).Element("Error")!;
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/xml"));
        Assert.That(error.Element("Code")!.Value, Is.EqualTo("UnknownService"));
        Assert.That(error.Element("Message")!.Value, Is.EqualTo($"{Known}; the request is for {service}."));
    }

    [TestCase("/", "sqs", "AmazonSQS.SendMessage", "sqs")]
    [TestCase("/", "ssm", "AmazonSSM.GetParameter", "ssm")]
    public async Task A_client_of_JSON_is_refused_in_JSON(string path, string? signedFor, string? target, string service)
    {
        using var answer = await Send("POST", path, "{}", ("Authorization", signedFor is null ? null : Signed(signedFor)), ("X-Amz-Target", target));

        var error = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Headers.GetValues("x-amzn-ErrorType"), Is.EqualTo(["UnknownService"]));
        Assert.That($"{error["__type"]}: {error["message"]}", Is.EqualTo($"UnknownService: {Known}; the request is for {service}."));
    }

    [TestCase("/restapis", null)]
    [TestCase("/restapis/nope", null)]
    [TestCase("/restapis/images/dev/images", null)]
    [TestCase("/_aws/execute-api/images", null)]
    [TestCase("/elsewhere", "execute-api")]
    public async Task A_path_without_an_API_is_not_found(string path, string? signedFor)
    {
        using var answer = await Send("GET", path, null, ("Authorization", signedFor is null ? null : Signed(signedFor)));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("There is no API at this path. APIs are at /restapis/{id}/{stage}/_user_request_/{path}"));
    }

    [TestCase("/restapis/a?X-Amz-Credential=test%2F20260101%2Fus-east-1%2Fs3%2Faws4_request", null)]
    [TestCase("/restapis/a", "s3")]
    [TestCase("/missing-bucket/a", null)]
    public async Task What_is_presigned_or_signed_for_S3_is_for_S3_whatever_its_path(string target, string? signedFor)
    {
        using var answer = await Send("GET", target, null, ("Authorization", signedFor is null ? null : Signed(signedFor)));

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.StartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>"));
    }

    private static string Signed(string service) => $"AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0";

    private static async Task<HttpResponseMessage> Send(string method, string target, string? body, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(AwsSurface.Endpoint, target));
        request.Content = body is null ? null : new StringContent(body);
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
            request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request);
    }
}
