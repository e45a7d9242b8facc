using System.Text;
using System.Text.Json.Nodes;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Calls without the SDK, for what it would not send.</summary>
internal static class RawCall
{
    private static readonly HttpClient Http = new();

    public static Task<HttpResponseMessage> Send(string target, string body) => Send(target, Encoding.UTF8.GetBytes(body));

    public static Task<HttpResponseMessage> Send(string target, byte[] body) => Send(new RequestSignature(), target, body);

    public static Task<HttpResponseMessage> Send(RequestSignature signature, string target, byte[] body) =>
        SendUnsigned(body, signature.Sign("POST", AwsSurface.Endpoint.ToString(), [("X-Amz-Target", target)], body));

    public static async Task<HttpResponseMessage> SendUnsigned(byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, AwsSurface.Endpoint);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new("application/x-amz-json-1.0");
        return await Http.SendAsync(request);
    }

    /// <summary>The answer's JSON, or for an error <c>ValidationException: its text</c>.</summary>
    public static async Task<string> Outcome(string operation, string body)
    {
        using var response = await Send($"DynamoDB_20120810.{operation}", body);
        var text = await response.Content.ReadAsStringAsync();
        if (response.IsSuccessStatusCode)
            return text;
        Assert.That((int)response.StatusCode, Is.InRange(400, 499), text);
        var error = JsonNode.Parse(text)!;
        return $"{error["__type"]!.GetValue<string>().Split('#')[1]}: {error["message"]}";
    }
}
