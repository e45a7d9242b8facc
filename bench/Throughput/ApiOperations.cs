using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ImageService.Bench.Throughput;

/// <summary>The operations of the API, over HTTP, and the AWS calls that each makes.</summary>
internal sealed class ApiOperations(Uri baseUrl) : IDisposable
{
    /// <summary>A request that makes no AWS call.</summary>
    public const string EmptyRequest = "empty request";

    private const int KB = 1024;
    private static readonly string[] UploadCalls = [AwsOperations.PutObject, AwsOperations.PutItem];

    private readonly HttpClient _http = new();
    private readonly ConcurrentQueue<string> _ids = [];
    private readonly byte[] _small = BenchImages.OfBytes(100 * KB);
    private readonly byte[] _large = BenchImages.OfBytes(3 * KB * KB);
    private string _picture = "";

    /// <summary>The operations, in an order in which each finds what it needs. Calls are null where other AWS calls are made than those that are measured.</summary>
    public IReadOnlyList<(string Name, Func<int, Task> Send, string[]? Calls)> All =>
    [
        (EmptyRequest, _ => SendAsync(HttpMethod.Options, "images"), []),
        ("upload 100 KB raw", _ => UploadOneMoreAsync(Raw(_small)), UploadCalls),
        ("upload 100 KB form", _ => UploadOneMoreAsync(Form(_small)), UploadCalls),
        ("upload 100 KB JSON", _ => UploadOneMoreAsync(Json(_small)), UploadCalls),
        ("upload 3 MB raw", _ => UploadOneMoreAsync(Raw(_large)), null),
        ("upload 3 MB form", _ => UploadOneMoreAsync(Form(_large)), null),
        ("upload 3 MB JSON", _ => UploadOneMoreAsync(Json(_large)), null),
        ("list 20", _ => SendAsync(HttpMethod.Get, "images?limit=20"), [AwsOperations.Query]),
        ("get", _ => SendAsync(HttpMethod.Get, $"images/{_picture}", "application/json"), [AwsOperations.GetItem]),
        ("download 100 KB", _ => SendAsync(HttpMethod.Get, $"images/{Uploaded}", "image/*"), [AwsOperations.GetItem, AwsOperations.GetObject]),
        ("variant, first", number => SendAsync(HttpMethod.Get, $"images/{_picture}/variant?{BenchImages.Variant(number)}"), null),
        ("variant, again", _ => SendAsync(HttpMethod.Get, $"images/{_picture}/variant?width=320"), null),
        ("delete", _ => DeleteAsync(), [AwsOperations.DeleteItem, AwsOperations.DeleteObject]),
    ];

    /// <summary>What costs more for more bytes: uploads in each form, and downloads.</summary>
    /// <param name="bytes">The size of the image.</param>
    public async Task<IReadOnlyList<(string Name, Func<int, Task> Send)>> OfSizeAsync(int bytes)
    {
        var image = BenchImages.OfBytes(bytes);
        var id = await UploadAsync(Raw(image));
        return
        [
            ("upload raw", _ => UploadAsync(Raw(image))),
            ("upload form", _ => UploadAsync(Form(image))),
            ("upload JSON", _ => UploadAsync(Json(image))),
            ("download", _ => SendAsync(HttpMethod.Get, $"images/{id}", "image/*")),
        ];
    }

    /// <summary>Lists a page.</summary>
    /// <param name="images">How many images it has.</param>
    public Task ListAsync(int images) => SendAsync(HttpMethod.Get, $"images?limit={images}");

    private string Uploaded => _ids.TryPeek(out var id) ? id : throw new InvalidOperationException("Nothing was uploaded.");

    /// <summary>Uploads a page of images, and the picture whose variant is read.</summary>
    public async Task PrepareAsync()
    {
        for (var number = 0; number < 20; number++)
            _ids.Enqueue(await UploadAsync(Raw(_small)));
        _picture = await UploadAsync(Raw(Photo.Jpeg(1000, 750), "image/jpeg"));
    }

    public void Dispose() => _http.Dispose();

    private static ByteArrayContent Raw(byte[] image, string type = OnePixel.ContentType)
    {
        var content = new ByteArrayContent(image);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }

    private static MultipartFormDataContent Form(byte[] image) => new() { { Raw(image), "file", "bench.gif" } };

    private static StringContent Json(byte[] image) => new($$"""{"fileName":"bench.gif","content":"{{Convert.ToBase64String(image)}}"}""", Encoding.UTF8, "application/json");

    private async Task<string> UploadAsync(HttpContent content)
    {
        using (content)
        {
            using var answer = await _http.PostAsync(new Uri(baseUrl, "images"), content);
            return (string)JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["id"]!;
        }
    }

    private async Task UploadOneMoreAsync(HttpContent content) => _ids.Enqueue(await UploadAsync(content));

    private async Task DeleteAsync()
    {
        // What was uploaded is used up at some time.
        if (!_ids.TryDequeue(out var id))
            id = await UploadAsync(Raw(_small));
        await SendAsync(HttpMethod.Delete, $"images/{id}");
    }

    private async Task SendAsync(HttpMethod method, string path, string accept = "*/*")
    {
        using var request = new HttpRequestMessage(method, new Uri(baseUrl, path));
        request.Headers.Accept.ParseAdd(accept);
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(Stream.Null);
    }
}
