using System.Globalization;
using System.Web;

namespace ImageService.E2E.Client;

/// <summary>Sends bytes to S3 as an upload tells: what a client does that has never heard of S3.</summary>
internal static class PresignedPut
{
    private static readonly HttpClient Http = new();

    /// <summary>For how long a presigned URL says that it is good.</summary>
    public static int Seconds(string url) =>
        int.Parse(HttpUtility.ParseQueryString(new Uri(url).Query)["X-Amz-Expires"]!, CultureInfo.InvariantCulture);

    /// <summary>Sends the bytes.</summary>
    /// <param name="upload">Where to, and with which headers.</param>
    /// <param name="bytes">The image.</param>
    /// <param name="change">What a test does to the request before; null for nothing.</param>
    public static async Task<Answer> Send(UploadView upload, byte[] bytes, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(upload.Upload.Method), upload.Upload.Url) { Content = new ByteArrayContent(bytes) };
        foreach (var (name, value) in upload.Upload.Headers)
        {
            // The length is that of the bytes, as in a browser.
            if (name != "Content-Length" && !request.Headers.TryAddWithoutValidation(name, value))
                request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        change?.Invoke(request);
        using var response = await Http.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer((int)response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync());
    }
}
