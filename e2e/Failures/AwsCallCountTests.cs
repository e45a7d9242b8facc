using ImageService.E2E.Clouds;
using RestSharp;

namespace ImageService.E2E.Failures;

/// <summary>Calls to AWS for one request, as the contract counts them.</summary>
[NotOnLocalStack("It does not count calls.")]
public sealed class AwsCallCountTests
{
    private static readonly byte[] Image = SampleImages.Png();

    [TestCase("upload", "PutItem 1, PutObject 1")]
    [TestCase("list", "Query 1")]
    [TestCase("get", "GetItem 1")]
    [TestCase("download", "GetItem 1, GetObject 1")]
    [TestCase("HEAD download", "GetItem 1")]
    [TestCase("304", "GetItem 1")]
    [TestCase("304 download", "GetItem 1")]
    [TestCase("range", "GetItem 1, GetObject 1")]
    [TestCase("416", "GetItem 1")]
    [TestCase("url", "GetItem 1")]
    [TestCase("update", "GetItem 1, UpdateItem 1")]
    [TestCase("update of another version", "GetItem 1")]
    [TestCase("bad update", "")]
    [TestCase("delete", "DeleteItem 1, DeleteObject 1")]
    [TestCase("delete of nothing", "DeleteItem 1")]
    [TestCase("delete of another version", "DeleteItem 1")]
    [TestCase("create upload", "PutItem 1")]
    [TestCase("complete upload", "GetItem 1, GetObject 1, TransactWriteItems 1")]
    [TestCase("complete upload of a large TIFF", "GetItem 1, GetObject 2, TransactWriteItems 1")]
    [TestCase("complete completed upload", "GetItem 2")]
    [TestCase("complete upload without bytes", "GetItem 1, GetObject 1")]
    [TestCase("upload with key", "PutObject 1, TransactWriteItems 1, UpdateItem 1")]
    [TestCase("upload with used key", "UpdateItem 1")]
    [TestCase("bad upload", "")]
    [TestCase("bad key", "")]
    [TestCase("bad id", "")]
    [TestCase("bad image", "")]
    [TestCase("bad filter", "")]
    [TestCase("preflight", "")]
    public async Task Each_operation_makes_no_more_calls_than_it_must(string operation, string calls)
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        UploadView[] uploads =
        [
            await LargeUpload.Put(cloud.Api, Image), await LargeUpload.Put(cloud.Api, Image), await LargeUpload.Create(cloud.Api, Image),
            await LargeUpload.Put(cloud.Api, SampleImages.Tiff(2_000_000, 1_500_000), "image/tiff"),
        ];
        await cloud.Api.CompleteUpload(uploads[1].Id);
        await cloud.Api.Upload(Image, idempotencyKey: "used");
        var before = cloud.Calls.Counts();

        await Call(operation, cloud.Api, image.Id, [.. uploads.Select(upload => upload.Id)]);

        var made = cloud.Calls.Counts()
            .Select(call => (call.Key, Count: call.Value - before.GetValueOrDefault(call.Key)))
            .Where(call => call.Count > 0)
            .OrderBy(call => call.Key)
            .Select(call => $"{call.Key} {call.Count}");
        Assert.That(string.Join(", ", made), Is.EqualTo(calls));
    }

    private static Task<Answer> Call(string operation, ApiClient api, string id, string[] uploads) => operation switch
    {
        "upload" => api.Upload(SampleImages.Png()),
        "list" => api.List(),
        "get" => api.Get(id),
        "download" => api.Download(id),
        "HEAD download" => api.Send(new RestRequest($"images/{id}?download=true", Method.Head)),
        "304" => api.Send(new RestRequest($"images/{id}").AddHeader("If-None-Match", "*")),
        "304 download" => api.Send(new RestRequest($"images/{id}?download=true").AddHeader("If-None-Match", "*")),
        "range" => api.Send(new RestRequest($"images/{id}?download=true").AddHeader("Range", "bytes=0-0")),
        "416" => api.Send(new RestRequest($"images/{id}?download=true").AddHeader("Range", "bytes=1000000-")),
        "url" => api.DownloadUrl(id),
        "update" => api.Update(id, "{}"),
        "update of another version" => api.Update(id, "{}", ifMatch: "\"v9\""),
        "bad update" => api.Update(id, "[]"),
        "delete" => api.Delete(id),
        "delete of another version" => api.Delete(id, ifMatch: "\"v9\""),
        "delete of nothing" => api.Delete(Guid.CreateVersion7().ToString()),
        "create upload" => api.CreateUpload(LargeUpload.Describe(Image)),
        "complete upload" => api.CompleteUpload(uploads[0]),
        "complete completed upload" => api.CompleteUpload(uploads[1]),
        "complete upload without bytes" => api.CompleteUpload(uploads[2]),
        "complete upload of a large TIFF" => api.CompleteUpload(uploads[3]),
        "upload with key" => api.Upload(Image, idempotencyKey: "new"),
        "upload with used key" => api.Upload(Image, idempotencyKey: "used"),
        "bad upload" => api.CreateUpload([]),
        "bad key" => api.Upload(Image, idempotencyKey: "with space"),
        "bad id" => api.Delete("not-an-id"),
        "bad image" => api.Upload([1, 2, 3]),
        "bad filter" => api.List(("limit", "0")),
        _ => api.Send(new RestRequest("images", Method.Options)),
    };
}
