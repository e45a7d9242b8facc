using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace EmbeddedAws.Tests.CloudWatch;

/// <summary>Calls of CloudWatch, in each of its protocols.</summary>
internal static class CloudWatchCall
{
    private static readonly HttpClient Http = new();

    /// <summary>Calls an operation by a form.</summary>
    /// <returns>The status and the XML.</returns>
    public static async Task<(int Status, XElement Xml)> FormAsync(string operation, params (string Name, string Value)[] members)
    {
        var body = string.Join('&', members.Prepend(("Version", "2010-08-01")).Prepend(("Action", operation)).Select(member => $"{member.Item1}={Uri.EscapeDataString(member.Item2)}"));
        using var response = await SendAsync("", "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(body));
        return ((int)response.StatusCode, XElement.Parse(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Calls an operation by JSON.</summary>
    public static async Task<(int Status, JsonNode Json)> JsonAsync(string operation, string members)
    {
        using var response = await SendAsync("", "application/x-amz-json-1.0", Encoding.UTF8.GetBytes(members), ("X-Amz-Target", $"GraniteServiceVersion20100801.{operation}"));
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    /// <summary>Calls an operation by CBOR.</summary>
    public static async Task<(int Status, byte[] Cbor)> CborAsync(string operation, byte[] members)
    {
        using var response = await SendAsync($"service/GraniteServiceVersion20100801/operation/{operation}", "application/cbor", members, ("smithy-protocol", "rpc-v2-cbor"));
        return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The texts of all elements with a name.</summary>
    public static IEnumerable<string> Texts(this XElement xml, string name) => xml.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value);

    private static async Task<HttpResponseMessage> SendAsync(string path, string type, byte[] body, params (string Name, string Value)[] headers)
    {
        var url = $"{AwsSurface.Endpoint}{path}";
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new(type);
        foreach (var (name, value) in new RequestSignature { Service = "monitoring" }.Sign("POST", url, headers, body))
            request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request);
    }
}
