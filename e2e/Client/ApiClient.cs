using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Web;
using ImageService.E2E.Contract;
using RestSharp;

namespace ImageService.E2E.Client;

/// <summary>
/// Calls the API over HTTP: one method an operation, and <see cref="Send"/> for what no client should send. Each answer is held against the
/// description of the API.
/// </summary>
internal sealed class ApiClient(Uri baseUrl, int parallelism, string? apiKey = null) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(parallelism);

    private readonly RestClient _client = new(
        new RestClientOptions(baseUrl)
        {
            FollowRedirects = false,
            Timeout = TimeSpan.FromSeconds(60),
        },
        headers =>
        {
            if (apiKey is not null)
                headers.Add("x-api-key", apiKey);
        });

    public Uri BaseUrl => baseUrl;

    /// <summary>The key that it sends with each request; null for none.</summary>
    public string? ApiKey => apiKey;

    /// <summary>Sees every exchange. Null for a test that deploys another API: the description does not apply to that.</summary>
    public Recorder? Recorder { get; init; } = Recorder.Embedded;

    /// <summary>Uploads an image as a raw body.</summary>
    public Task<Answer> Upload(
        byte[] image, string contentType = "application/octet-stream", string? fileName = null, string? owner = null, string? idempotencyKey = null)
    {
        var request = new RestRequest("images", Method.Post).AddBody(image, (ContentType)contentType);
        if (fileName is not null)
            request.AddQueryParameter("fileName", fileName);
        if (owner is not null)
            request.AddQueryParameter("owner", owner);
        if (idempotencyKey is not null)
            request.AddHeader("Idempotency-Key", idempotencyKey);
        return Send(request);
    }

    /// <summary>Uploads an image that must be taken.</summary>
    public async Task<ImageView> UploadImage(byte[] image, string? fileName = null, string? owner = null)
    {
        var answer = await Upload(image, fileName: fileName, owner: owner);
        Assert.That(answer, Is.Status(201));
        return answer.Image;
    }

    /// <summary>Posts a JSON body, valid or not.</summary>
    public Task<Answer> UploadJson(string json) =>
        Send(new RestRequest("images", Method.Post).AddBody(json, ContentType.Json));

    /// <summary>Uploads an image in base64 with its metadata, which must be taken.</summary>
    public async Task<ImageView> UploadJson(JsonObject body)
    {
        var answer = await UploadJson(body.ToJsonString());
        Assert.That(answer, Is.Status(201));
        return answer.Image;
    }

    /// <summary>Lists images.</summary>
    public Task<Answer> List(params IEnumerable<(string Name, string Value)> parameters)
    {
        var request = new RestRequest("images");
        foreach (var (name, value) in parameters)
            request.AddQueryParameter(name, value);
        return Send(request);
    }

    /// <summary>Lists all pages of a listing, up to the one whose cursor is null.</summary>
    public async Task<IReadOnlyList<ImageView>> ListAll(params IReadOnlyList<(string Name, string Value)> parameters)
    {
        var images = new List<ImageView>();
        string? cursor = null;
        do
        {
            var answer = await List(cursor is null ? parameters : [.. parameters, ("cursor", cursor)]);
            Assert.That(answer, Is.Status(200));
            images.AddRange(answer.Page.Images);
            cursor = answer.Page.NextCursor;
        }
        while (cursor is not null);

        return images;
    }

    /// <summary>The ids of all pages of a listing.</summary>
    public async Task<IReadOnlyList<string>> ListIds(params IReadOnlyList<(string Name, string Value)> parameters) =>
        [.. (await ListAll(parameters)).Select(image => image.Id)];

    public Task<Answer> Get(string id) => Send(new RestRequest($"images/{id}"));

    public Task<Answer> Download(string id) =>
        Send(new RestRequest($"images/{id}").AddQueryParameter("download", "true").AddHeader("Accept", "image/*"));

    /// <summary>Asks for a variant.</summary>
    /// <param name="id">The image.</param>
    /// <param name="query">The query: <c>width=320</c>.</param>
    /// <param name="accept">What the client can show.</param>
    /// <param name="method">GET or HEAD.</param>
    /// <param name="ifNoneMatch">What the client has.</param>
    public Task<Answer> Variant(string id, string query = "", string accept = "image/*", Method method = Method.Get, string? ifNoneMatch = null)
    {
        var request = new RestRequest($"images/{id}/variant?{query}", method).AddHeader("Accept", accept);
        return Send(ifNoneMatch is null ? request : request.AddHeader("If-None-Match", ifNoneMatch));
    }

    public Task<Answer> OpenApi() => Send(new RestRequest("openapi.json"));

    public Task<Answer> Gallery() => Send(new RestRequest());

    /// <summary>Asks for a presigned URL of the bytes.</summary>
    public Task<Answer> DownloadUrl(string id) => Send(new RestRequest($"images/{id}").AddQueryParameter("download", "url"));

    /// <summary>Sends a merge patch, valid or not.</summary>
    public Task<Answer> Update(string id, string patch, string? ifMatch = null, string contentType = "application/merge-patch+json") =>
        Send(If(ifMatch, new RestRequest($"images/{id}", Method.Patch).AddBody(patch, (ContentType)contentType)));

    public Task<Answer> Delete(string id, string? ifMatch = null) => Send(If(ifMatch, new RestRequest($"images/{id}", Method.Delete)));

    /// <summary>Deletes several images, named well or not.</summary>
    public Task<Answer> DeleteImages(JsonObject body) =>
        Send(new RestRequest("images/delete", Method.Post).AddBody(body.ToJsonString(), ContentType.Json));

    /// <summary>Deletes several images.</summary>
    public Task<Answer> DeleteImages(params IEnumerable<string> ids) =>
        DeleteImages(new JsonObject { ["ids"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]) });

    /// <summary>Describes a large image, well or not.</summary>
    public Task<Answer> CreateUpload(JsonObject description) =>
        Send(new RestRequest("uploads", Method.Post).AddBody(description.ToJsonString(), ContentType.Json));

    public Task<Answer> CompleteUpload(string id) => Send(new RestRequest($"uploads/{id}/complete", Method.Post));

    /// <summary>Sends a request; how many are under way at once is a property of the cloud.</summary>
    public async Task<Answer> Send(RestRequest request)
    {
        await _slots.WaitAsync();
        try
        {
            var started = Stopwatch.GetTimestamp();
            var headers = new SentHeaders();
            request.Interceptors = [headers];
            var answer = Answer.Of(await _client.ExecuteAsync(request), headers);
            Recorder?.Take(ExchangeOf(request, answer, Stopwatch.GetElapsedTime(started)));
            return answer;
        }
        finally
        {
            _slots.Release();
        }
    }

    private static RestRequest If(string? match, RestRequest request) => match is null ? request : request.AddHeader("If-Match", match);

    private Exchange ExchangeOf(RestRequest request, Answer answer, TimeSpan elapsed)
    {
        var url = _client.BuildUri(request);
        var basePath = baseUrl.AbsolutePath.TrimEnd('/');
        if (!url.AbsoluteUri.StartsWith($"{baseUrl.GetLeftPart(UriPartial.Authority)}{basePath}", StringComparison.Ordinal))
            throw new InvalidOperationException($"{url} is not at {baseUrl}: this is a client of the API alone.");
        var path = url.AbsolutePath[basePath.Length..] is { Length: > 0 } rest ? rest : "/";
        return new Exchange(
            request.Method.ToString().ToUpperInvariant(), path, HttpUtility.ParseQueryString(url.Query)["download"], answer, elapsed);
    }

    public void Dispose()
    {
        _client.Dispose();
        _slots.Dispose();
    }
}
