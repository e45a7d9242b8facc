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
        new("upload", 201, "PutItem 1, PutObject 1", stock => stock.Api.Upload(SampleImages.Png())),
        new("upload with key", 201, "PutObject 1, TransactWriteItems 1, UpdateItem 1", stock => stock.Api.Upload(Image, idempotencyKey: "new")),
        new("upload with used key", 201, "UpdateItem 1", stock => stock.Api.Upload(Image, idempotencyKey: "used")),
        new("upload with bad key", 400, "", stock => stock.Api.Upload(Image, idempotencyKey: "with space")),
        new("upload of no image", 415, "", stock => stock.Api.Upload([1, 2, 3])),
        new("list", 200, "Query 1", stock => stock.Api.List()),
        new("list with bad filter", 400, "", stock => stock.Api.List(("limit", "0"))),
        new("get", 200, "GetItem 1", stock => stock.Api.Get(stock.Id)),
        new("get what is known", 304, "GetItem 1", stock => stock.Api.Send(stock.Get().AddHeader("If-None-Match", "*"))),
        new("get with bad id", 400, "", stock => stock.Api.Get("not-an-id")),
        new("get with bad parameter", 400, "", stock => stock.Api.Send(stock.Get("?download=yes"))),
        new("download", 200, "GetItem 1, GetObject 1", stock => stock.Api.Download(stock.Id)),
        new("download by HEAD", 200, "GetItem 1", stock => stock.Api.Send(stock.Get("?download=true", Method.Head))),
        new("download what is known", 304, "GetItem 1", stock => stock.Api.Send(stock.Get("?download=true").AddHeader("If-None-Match", "*"))),
        new("download a range", 206, "GetItem 1, GetObject 1", stock => stock.Api.Send(stock.Get("?download=true").AddHeader("Range", "bytes=0-0"))),
        new("download no range", 416, "GetItem 1", stock => stock.Api.Send(stock.Get("?download=true").AddHeader("Range", "bytes=1000000-"))),
        new("download without object", 500, "GetItem 2, GetObject 1", stock => stock.Api.Download(stock.DamagedId)),
        new("download of nothing", 404, "GetItem 1", stock => stock.Api.Download(Guid.CreateVersion7().ToString())),
        new("URL", 200, "GetItem 1", stock => stock.Api.DownloadUrl(stock.Id)),
        new("update", 200, "GetItem 1, UpdateItem 1", stock => stock.Api.Update(stock.Id, "{}")),
        new("update of another version", 412, "GetItem 1", stock => stock.Api.Update(stock.Id, "{}", ifMatch: "\"v9\"")),
        new("update with bad body", 400, "", stock => stock.Api.Update(stock.Id, "[]")),
        new("delete", 204, "DeleteItem 1, DeleteObject 1", stock => stock.Api.Delete(stock.Id)),
        new("delete of another version", 412, "DeleteItem 1", stock => stock.Api.Delete(stock.Id, ifMatch: "\"v9\"")),
        new("delete of nothing", 404, "DeleteItem 1", stock => stock.Api.Delete(Guid.CreateVersion7().ToString())),
        new("create upload", 201, "PutItem 1", stock => stock.Api.CreateUpload(LargeUpload.Describe(Image))),
        new("create bad upload", 400, "", stock => stock.Api.CreateUpload([])),
        new("complete upload", 201, "GetItem 1, GetObject 1, TransactWriteItems 1", stock => stock.Api.CompleteUpload(stock.UploadId)),
        new("complete upload of a large TIFF", 201, "GetItem 1, GetObject 2, TransactWriteItems 1", stock => stock.Api.CompleteUpload(stock.TiffUploadId)),
        new("complete completed upload", 200, "GetItem 2", stock => stock.Api.CompleteUpload(stock.CompletedId)),
        new("complete upload without bytes", 409, "GetItem 1, GetObject 1", stock => stock.Api.CompleteUpload(stock.EmptyUploadId)),
        new("preflight", 204, "", stock => stock.Api.Send(new RestRequest("images", Method.Options))),
    ];

    private static IEnumerable<string> Names => Calls.Select(call => call.Name);

    [TestCaseSource(nameof(Names))]
    public async Task Each_operation_makes_no_more_calls_than_it_must(string name)
    {
        await using var cloud = await Embedded.StartAsync();
        var stock = await ImagesToCount.Of(cloud, Image);
        var call = Calls.Single(call => call.Name == name);
        var before = cloud.Calls.Counts();

        var answer = await call.Send(stock);

        var made = cloud.Calls.Counts()
            .Select(count => (count.Key, Count: count.Value - before.GetValueOrDefault(count.Key)))
            .Where(count => count.Count > 0)
            .OrderBy(count => count.Key)
            .Select(count => $"{count.Key} {count.Count}");
        Assert.That(answer, Is.Status(call.Status));
        Assert.That(string.Join(", ", made), Is.EqualTo(call.AwsCalls));
    }

    private sealed record CountedCall(string Name, int Status, string AwsCalls, Func<ImagesToCount, Task<Answer>> Send);
}
