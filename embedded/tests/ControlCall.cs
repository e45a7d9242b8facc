using System.Text;
using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Tests;

/// <summary>Calls of services that manage resources.</summary>
internal static class ControlCall
{
    private static readonly HttpClient Http = new();

    /// <summary>Sends a signed request.</summary>
    public static async Task<HttpResponseMessage> SendAsync(EmbeddedCloud cloud, string service, string method, string target, string body = "", string type = "application/json", RequestSignature? signature = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(cloud.Endpoint, target));
        var bytes = Encoding.UTF8.GetBytes(body);
        if (bytes.Length > 0)
            request.Content = new ByteArrayContent(bytes) { Headers = { { "Content-Type", type } } };
        foreach (var (name, value) in ((signature ?? new RequestSignature()) with { Service = service }).Sign(method, $"{cloud.Endpoint}{target.TrimStart('/')}", [], bytes))
            request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request);
    }

    /// <summary>Calls an operation from within the process; the members are JSON.</summary>
    public static Task<JsonObject> CallAsync(this EmbeddedCloud cloud, string service, string operation, string members) =>
        cloud.CallAsync(service, operation, JsonNode.Parse(members)!.AsObject());

    /// <summary>How an operation is refused: <c>404 NoSuchEntity: The role …</c>; null where it is not.</summary>
    public static async Task<string?> RefusalAsync(this EmbeddedCloud cloud, string service, string operation, string members)
    {
        try
        {
            await cloud.CallAsync(service, operation, members);
            return null;
        }
        catch (AwsException refusal)
        {
            return $"{refusal.Status} {refusal.Code}: {refusal.Message}";
        }
    }
}
