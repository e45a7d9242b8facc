using ImageService.E2E.Clouds;
using RestSharp;

namespace ImageService.E2E.Failures;

/// <summary>Calls to AWS for one request, as the contract counts them.</summary>
[NotOnLocalStack("It does not count calls.")]
public sealed class AwsCallCountTests
{
    private static readonly byte[] Image = SampleImages.Png();

    private static readonly CountedCall[] Calls =
    [
        new("upload", 201, "PutObject 1, TransactWriteItems 1", Nothing, (api, _) => api.Upload(Image)),
        new("upload with key", 201, "PutObject 1, TransactWriteItems 1, UpdateItem 1", Nothing, (api, _) => api.Upload(Image, idempotencyKey: "new")),
        new("upload with used key", 201, "UpdateItem 1", ImageWithKey, (api, _) => api.Upload(Image, idempotencyKey: "used")),
        new("upload with bad key", 400, "", Nothing, (api, _) => api.Upload(Image, idempotencyKey: "with space")),
        new("upload of no image", 415, "", Nothing, (api, _) => api.Upload([1, 2, 3])),
        new("list", 200, "Query 1", AnImage, (api, _) => api.List()),
        new("list with bad filter", 400, "", Nothing, (api, _) => api.List(("limit", "0"))),
        new("get", 200, "GetItem 1", AnImage, (api, id) => api.Get(id)),
        new("get what is known", 304, "GetItem 1", AnImage, (api, id) => api.Send(Get(id).AddHeader("If-None-Match", "*"))),
        new("get with bad id", 400, "", Nothing, (api, _) => api.Get("not-an-id")),
        new("get with bad parameter", 400, "", AnImage, (api, id) => api.Send(Get(id, "?download=yes"))),
        new("download", 200, "GetItem 1, GetObject 1", AnImage, (api, id) => api.Download(id)),
        new("download by HEAD", 200, "GetItem 1", AnImage, (api, id) => api.Send(Get(id, "?download=true", Method.Head))),
        new("download what is known", 304, "GetItem 1", AnImage, (api, id) => api.Send(Get(id, "?download=true").AddHeader("If-None-Match", "*"))),
        new("download a range", 206, "GetItem 1, GetObject 1", AnImage, (api, id) => api.Send(Get(id, "?download=true").AddHeader("Range", "bytes=0-0"))),
        new("download no range", 416, "GetItem 1", AnImage, (api, id) => api.Send(Get(id, "?download=true").AddHeader("Range", "bytes=1000000-"))),
        new("download without object", 500, "GetItem 2, GetObject 1", ImageWithoutObject, (api, id) => api.Download(id)),
        new("download of nothing", 404, "GetItem 1", Nothing, (api, id) => api.Download(id)),
        new("URL", 200, "GetItem 1", AnImage, (api, id) => api.DownloadUrl(id)),
        new("update", 200, "GetItem 1, UpdateItem 1", AnImage, (api, id) => api.Update(id, "{}")),
        new("update of another version", 412, "GetItem 1", AnImage, (api, id) => api.Update(id, "{}", ifMatch: "\"v9\"")),
        new("update with bad body", 400, "", AnImage, (api, id) => api.Update(id, "[]")),
        new("delete", 204, "DeleteItem 1, DeleteObject 1", AnImage, (api, id) => api.Delete(id)),
        new("delete with variants", 204, "DeleteItem 1, DeleteObject 1, DeleteObjects 1, ListObjectsV2 1", ImageWithVariant, (api, id) => api.Delete(id)),
        new("delete of another version", 412, "DeleteItem 1", AnImage, (api, id) => api.Delete(id, ifMatch: "\"v9\"")),
        new("delete of nothing", 404, "DeleteItem 1", Nothing, (api, id) => api.Delete(id)),
        new("delete of two", 200, "DeleteItem 2, DeleteObject 1", AnImage, (api, id) => api.DeleteImages(id, Guid.CreateVersion7().ToString())),
        new("delete of a bad id", 400, "", AnImage, (api, id) => api.DeleteImages(id, "not-an-id")),
        new("first variant", 200, "GetItem 1, GetObject 1, PutObject 1, UpdateItem 1", AnImage, (api, id) => api.Variant(id, "width=32")),
        new("another variant", 200, "GetItem 1, GetObject 2, PutObject 1", ImageWithVariant, (api, id) => api.Variant(id, "width=64")),
        new("variant again", 200, "GetItem 1, GetObject 1", ImageWithVariant, (api, id) => api.Variant(id, "width=32")),
        new("variant by HEAD", 200, "GetItem 1, GetObject 1", ImageWithVariant, (api, id) => api.Variant(id, "width=32", method: Method.Head)),
        new("URL of a variant", 200, "GetItem 1, GetObject 1", ImageWithVariant, (api, id) => api.Variant(id, "width=32&download=url")),
        new("variant that is known", 304, "GetItem 1, GetObject 1", ImageWithVariant, (api, id) => api.Variant(id, "width=32", ifNoneMatch: "*")),
        new("variant with bad size", 400, "", AnImage, (api, id) => api.Variant(id, "width=33")),
        new("variant of nothing", 404, "GetItem 1", Nothing, (api, id) => api.Variant(id)),
        new("variant of BMP", 422, "GetItem 1", Bmp, (api, id) => api.Variant(id)),
        new("variant without object", 500, "GetItem 2, GetObject 1", ImageWithoutObject, (api, id) => api.Variant(id)),
        new("create upload", 201, "PutItem 1", Nothing, (api, _) => api.CreateUpload(LargeUpload.Describe(Image))),
        new("create bad upload", 400, "", Nothing, (api, _) => api.CreateUpload([])),
        new("complete upload", 201, "GetItem 1, GetObject 1, TransactWriteItems 1", UploadWithBytes, (api, id) => api.CompleteUpload(id)),
        new("complete upload of a large TIFF", 201, "GetItem 1, GetObject 2, TransactWriteItems 1", UploadOfLargeTiff, (api, id) => api.CompleteUpload(id)),
        new("complete completed upload", 200, "GetItem 2", CompletedUpload, (api, id) => api.CompleteUpload(id)),
        new("complete upload without bytes", 409, "GetItem 1, GetObject 1", UploadWithoutBytes, (api, id) => api.CompleteUpload(id)),
        new("preflight", 204, "", Nothing, (api, _) => api.Send(new RestRequest("images", Method.Options))),
    ];

    private static IEnumerable<string> Names => Calls.Select(call => call.Name);

    [TestCaseSource(nameof(Names))]
    public async Task Each_operation_makes_no_more_calls_than_it_must(string name)
    {
        await using var cloud = await Embedded.StartAsync();
        var call = Calls.Single(call => call.Name == name);
        var id = await call.Arrange(cloud);
        var before = cloud.Calls.Counts();

        var answer = await call.Send(cloud.Api, id);

        var made = cloud.Calls.Counts()
            .Select(count => (count.Key, Count: count.Value - before.GetValueOrDefault(count.Key)))
            .Where(count => count.Count > 0)
            .OrderBy(count => count.Key)
            .Select(count => $"{count.Key} {count.Count}");
        Assert.That(answer, Is.Status(call.Status));
        Assert.That(string.Join(", ", made), Is.EqualTo(call.AwsCalls));
    }

    private static Task<string> Nothing(Embedded cloud) => Task.FromResult(Guid.CreateVersion7().ToString());

    private static async Task<string> AnImage(Embedded cloud) => (await cloud.Api.UploadImage(Image)).Id;

    private static async Task<string> ImageWithKey(Embedded cloud) => (await cloud.Api.Upload(Image, idempotencyKey: "used")).Image.Id;

    private static async Task<string> ImageWithoutObject(Embedded cloud)
    {
        var id = await AnImage(cloud);
        await cloud.Stored.DeleteObject(id);
        return id;
    }

    private static async Task<string> Bmp(Embedded cloud) => (await cloud.Api.UploadImage(SampleImages.Bmp())).Id;

    private static async Task<string> ImageWithVariant(Embedded cloud)
    {
        var id = await AnImage(cloud);
        await cloud.Api.Variant(id, "width=32");
        return id;
    }

    private static async Task<string> UploadWithoutBytes(Embedded cloud) => (await LargeUpload.Create(cloud.Api, Image)).Id;

    private static async Task<string> UploadWithBytes(Embedded cloud) => (await LargeUpload.Put(cloud.Api, Image)).Id;

    /// <summary>It is larger than what is read at once, and has its dimensions at the end.</summary>
    private static async Task<string> UploadOfLargeTiff(Embedded cloud) =>
        (await LargeUpload.Put(cloud.Api, SampleImages.Tiff(2_000_000, 1_500_000), "image/tiff")).Id;

    private static async Task<string> CompletedUpload(Embedded cloud)
    {
        var id = await UploadWithBytes(cloud);
        await cloud.Api.CompleteUpload(id);
        return id;
    }

    private static RestRequest Get(string id, string query = "", Method method = Method.Get) => new($"images/{id}{query}", method);

    /// <param name="Name">The name of the test case.</param>
    /// <param name="Status">What is answered.</param>
    /// <param name="AwsCalls">The calls to AWS by name, with their number.</param>
    /// <param name="Arrange">Makes what the request is about, and gives its id.</param>
    /// <param name="Send">Sends the request.</param>
    private sealed record CountedCall(string Name, int Status, string AwsCalls, Func<Embedded, Task<string>> Arrange, Func<ApiClient, string, Task<Answer>> Send);
}
