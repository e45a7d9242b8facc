using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace EmbeddedAws.Tests;

/// <summary>Calls a service over HTTP with a signed request: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html.</summary>
internal sealed class ServiceClient(EmbeddedCloud cloud, string service) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(2) };

    public async Task<ServiceAnswer> SendAsync(string method, string path, byte[] body, params (string Name, string Value)[] headers)
    {
        var url = new Uri(cloud.Endpoint, path);
        using var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = new ByteArrayContent(body) };
        var time = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        foreach (var (name, value) in headers.Append(("X-Amz-Date", time)))
            request.Headers.TryAddWithoutValidation(name, value);
        var canonical = $"{method}\n{url.AbsolutePath}\n\nhost:{url.Authority}\nx-amz-date:{time}\n\nhost;x-amz-date\n{Hex(SHA256.HashData(body))}";
        string[] scope = [time[..8], "us-east-1", service, "aws4_request"];
        var toSign = $"AWS4-HMAC-SHA256\n{time}\n{string.Join('/', scope)}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var signature = scope.Append(toSign).Aggregate(Encoding.UTF8.GetBytes("AWS4test"), (key, text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256", $"Credential=test/{string.Join('/', scope)}, SignedHeaders=host;x-amz-date, Signature={Hex(signature)}");
        using var response = await _http.SendAsync(request);
        return new ServiceAnswer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(), response.Headers.ToDictionary(header => header.Key, header => header.Value.First(), StringComparer.OrdinalIgnoreCase));
    }

    public Task<ServiceAnswer> SendAsync(string method, string path, JsonObject? members = null) =>
        SendAsync(method, path, members is null ? [] : Encoding.UTF8.GetBytes(members.ToJsonString()));

    public void Dispose() => _http.Dispose();

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
