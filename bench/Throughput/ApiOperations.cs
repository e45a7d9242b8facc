using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace ImageService.Bench.Throughput;

/// <summary>The operations of the API, over HTTP, and the AWS calls that each makes.</summary>
internal sealed class ApiOperations(Uri baseUrl) : IDisposable
{
    /// <summary>A request that makes no AWS call.</summary>
    public const string EmptyRequest = "empty request";

    private const int KB = 1024;
    private static readonly string[] UploadCalls = [ServiceCalls.PutObject, ServiceCalls.TransactWriteItems];

    private readonly HttpClient _http = new();
    private readonly ConcurrentQueue<string> _toDelete = [];
    private readonly byte[] _small = BenchImages.OfBytes(100 * KB);
    private readonly byte[] _large = BenchImages.OfBytes(3 * KB * KB);
    private string _uploaded = "";
    private string _picture = "";

    /// <summary>The operations, in an order in which each finds what it needs. Calls are null where other AWS calls are made than those that are measured.</summary>
    public IReadOnlyList<(BenchOperation Operation, string[]? Calls)> All =>
    [
        (new(EmptyRequest, _ => SendAsync(HttpMethod.Options, "images")), []),
        (new("upload 100 KB raw", _ => UploadAsync(Raw(_small))), UploadCalls),
        (new("upload 100 KB form", _ => UploadAsync(Form(_small))), UploadCalls),
        (new("upload 100 KB JSON", _ => UploadAsync(Json(_small))), UploadCalls),
        (new("upload 3 MB raw", _ => UploadAsync(Raw(_large))), null),
        (new("upload 3 MB form", _ => UploadAsync(Form(_large))), null),
        (new("upload 3 MB JSON", _ => UploadAsync(Json(_large))), null),
        (new("list 20", _ => SendAsync(HttpMethod.Get, "images?limit=20")), [ServiceCalls.Query]),
        (new("get", _ => SendAsync(HttpMethod.Get, $"images/{_picture}", "application/json")), [ServiceCalls.GetItem]),
        (new("download 100 KB", _ => SendAsync(HttpMethod.Get, $"images/{_uploaded}?download=true", "image/*")), [ServiceCalls.GetItem, ServiceCalls.GetObject]),
        (new("variant, first", number => SendAsync(HttpMethod.Get, $"images/{_picture}/variant?{BenchImages.Variant(number)}")), null),
        (new("variant, again", _ => SendAsync(HttpMethod.Get, $"images/{_picture}/variant?width=320")), null),
        (new("delete", _ => DeleteAsync(), _ => UploadToDeleteAsync()), [ServiceCalls.DeleteItem, ServiceCalls.DeleteObject]),
    ];

    /// <summary>What costs more for more bytes: uploads in each form, and downloads.</summary>
    /// <param name="bytes">The size of the image.</param>
    public async Task<IReadOnlyList<BenchOperation>> OfSizeAsync(int bytes)
    {
        var image = BenchImages.OfBytes(bytes);
        var id = await UploadAsync(Raw(image));
        return
        [
            new("upload raw", _ => UploadAsync(Raw(image))),
            new("upload form", _ => UploadAsync(Form(image))),
            new("upload JSON", _ => UploadAsync(Json(image))),
            new("download", _ => SendAsync(HttpMethod.Get, $"images/{id}?download=true", "image/*")),
        ];
    }

    /// <summary>Lists a page.</summary>
    /// <param name="images">How many images it has.</param>
    public Task ListAsync(int images) => SendAsync(HttpMethod.Get, $"images?limit={images}");

    /// <summary>Uploads a page of images, and the picture whose variant is read.</summary>
    public async Task PrepareAsync()
    {
        for (var number = 0; number < 20; number++)
            _uploaded = await UploadAsync(Raw(_small));
        _picture = await UploadAsync(Raw(Photo.Jpeg(1000, 750), "image/jpeg"));
    }

    public void Dispose() => _http.Dispose();

    private static ByteArrayContent Raw(byte[] body, string type = OnePixel.ContentType)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }

    private static MultipartFormDataContent Form(byte[] image) => new() { { Raw(image), "file", "bench.gif" } };

    private static ByteArrayContent Json(byte[] image) => Raw(BenchImages.InJson(image), "application/json");

    private async Task<string> UploadAsync(HttpContent content)
    {
        using (content)
        {
            using var answer = await _http.PostAsync(new Uri(baseUrl, "images"), content);
            return (string)JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["id"]!;
        }
    }

    private async Task UploadToDeleteAsync() => _toDelete.Enqueue(await UploadAsync(Raw(_small)));

    private async Task DeleteAsync()
    {
        if (!_toDelete.TryDequeue(out var id))
            throw new InvalidOperationException("There is nothing to delete.");
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
