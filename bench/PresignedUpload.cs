using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ImageService.Local;

namespace ImageService.Bench;

/// <summary>Uploads a file of any size, as clients do: by a presigned URL.</summary>
internal static class PresignedUpload
{
    /// <summary>Uploads a file that is an image.</summary>
    /// <param name="api">The API.</param>
    /// <param name="http">The client.</param>
    /// <param name="description">The body of createUpload.</param>
    /// <param name="file">The path of the file.</param>
    /// <returns>The id of the image.</returns>
    public static async Task<string> SendAsync(ServiceDeployment api, HttpClient http, JsonObject description, string file)
    {
        var created = await ReadAsync(await http.PostAsJsonAsync(new Uri($"{api.Url}/uploads"), description));
        await PutAsync(http, created["upload"]!.AsObject(), file);
        var image = await ReadAsync(await http.PostAsync(new Uri($"{api.Url}/uploads/{created["id"]}/complete"), null));
        return (string)image["id"]!;
    }

    private static async Task PutAsync(HttpClient http, JsonObject upload, string path)
    {
        await using var file = File.OpenRead(path);
        using var content = new StreamContent(file);
        using var request = new HttpRequestMessage(HttpMethod.Put, (string)upload["url"]!) { Content = content };
        foreach (var (name, value) in upload["headers"]!.AsObject())
        {
            if (name == "Content-Type")
                content.Headers.ContentType = MediaTypeHeaderValue.Parse((string)value!);
            else if (name == "Content-Length")
                content.Headers.ContentLength = long.Parse((string)value!, CultureInfo.InvariantCulture);
            else
                request.Headers.TryAddWithoutValidation(name, (string)value!);
        }

        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
            return JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!.AsObject();
    }
}
