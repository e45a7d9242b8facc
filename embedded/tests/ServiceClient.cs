using System.Text;
using System.Text.Json.Nodes;

namespace EmbeddedAws.Tests;

/// <summary>Calls a service over HTTP with a signed request.</summary>
internal sealed class ServiceClient(EmbeddedCloud cloud, string service, RequestSignature? signature = null) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(2) };

    public async Task<ServiceAnswer> SendAsync(string method, string path, byte[] body, params (string Name, string Value)[] headers)
    {
        var url = new Uri(cloud.Endpoint, path);
        using var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in ((signature ?? new RequestSignature()) with { Service = service }).Sign(method, url.AbsoluteUri, headers, body))
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request);
        return new ServiceAnswer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(), response.Headers.ToDictionary(header => header.Key, header => header.Value.First(), StringComparer.OrdinalIgnoreCase));
    }

    public Task<ServiceAnswer> SendAsync(string method, string path, JsonObject? members = null) =>
        SendAsync(method, path, members is null ? [] : Encoding.UTF8.GetBytes(members.ToJsonString()));

    public void Dispose() => _http.Dispose();
}
