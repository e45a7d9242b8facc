using System.Diagnostics;
using System.Text;
using ImageService.E2E.Contract;

namespace ImageService.E2E.Client;

/// <summary>Sends what a REST client would tidy: headers and types as they are, in UTF-8.</summary>
internal static class PlainHttp
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 });

    /// <summary>Sends a request to the API under test.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path after the base URL, without a slash before it: <c>images</c>.</param>
    /// <param name="body">The body.</param>
    /// <param name="headers">All headers but the length.</param>
    public static async Task<Answer> Send(HttpMethod method, string path, byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"{Api.BaseUrl}/{path}") { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in Api.ApiKey is { } key ? headers.Append(("x-api-key", key)) : headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        var started = Stopwatch.GetTimestamp();
        using var response = await Http.SendAsync(request);
        var received = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var answer = new Answer((int)response.StatusCode, received, await response.Content.ReadAsByteArrayAsync());
        Api.Recorder?.Take(new Exchange(method.Method, $"/{path.Split('?')[0]}", Download: null, answer, Stopwatch.GetElapsedTime(started)));
        return answer;
    }

    /// <summary>Uploads a body with these headers.</summary>
    public static Task<Answer> Upload(byte[] body, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, "images", body, headers);

    /// <summary>Uploads a form.</summary>
    public static Task<Answer> UploadForm(byte[] body, string contentType = "multipart/form-data; boundary=frontier") =>
        Upload(body, ("Content-Type", contentType));
}
