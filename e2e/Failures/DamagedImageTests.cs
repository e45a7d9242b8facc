using EmbeddedAws.Host;
using ImageService.E2E.Clouds;
using RestSharp;

namespace ImageService.E2E.Failures;

/// <summary>An image whose item is there and whose object is not, or not what it was. Of one that has another size no part is answered; altered bytes are noticed where all are read.</summary>
[NotOnLocalStack("Its bucket is not at hand.")]
public sealed class DamagedImageTests
{
    private readonly byte[] _bytes = SampleImages.OfSize(1000);

    [Test]
    public async Task A_missing_object_is_a_500_that_has_a_name([Values(null, "bytes=0-9")] string? range)
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(_bytes);
        await cloud.Stored.DeleteObject(image.Id);

        var answer = await Download(cloud, image.Id, range);

        Assert.That(answer, Is.Problem(500, "image-damaged"));
        Assert.That((string)answer.Json["title"]!, Is.EqualTo("Image damaged"));
        Assert.That((string)answer.Json["detail"]!, Does.Contain(image.Id).And.Contain(answer.Header("X-Request-Id")));
    }

    [Test]
    public async Task An_object_of_another_size_is_not_served_and_no_range_of_it_is(
        [Values(1, 999, 1001, 2000)] int size, [Values(null, "bytes=0-0", "bytes=990-", "bytes=-5")] string? range)
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(_bytes);
        await cloud.Stored.PutObject(image.Id, [.. _bytes.Concat(_bytes).Take(size)]);

        var answer = await Download(cloud, image.Id, range);

        Assert.That(answer, Is.Problem(500, "image-damaged"));
    }

    [Test]
    public async Task An_object_with_other_bytes_is_not_served_as_a_whole()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(_bytes);
        await cloud.Stored.PutObject(image.Id, [.. _bytes.SkipLast(1), (byte)(_bytes[^1] ^ 1)]);

        var download = await Download(cloud, image.Id, range: null);
        var variant = await cloud.Api.Variant(image.Id);
        var range = await Download(cloud, image.Id, "bytes=0-9");

        Assert.That(download, Is.Problem(500, "image-damaged"));
        Assert.That(variant, Is.Problem(500, "image-damaged"));
        Assert.That(range, Is.Status(206));
    }

    [Test]
    public async Task What_the_item_tells_is_still_answered()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(_bytes);
        await cloud.Stored.DeleteObject(image.Id);

        var described = await cloud.Api.Get(image.Id);
        var unsatisfiable = await Download(cloud, image.Id, "bytes=1000-");
        var deleted = await cloud.Api.Delete(image.Id);

        Assert.That(described.Image, Is.EqualTo(image));
        Assert.That(unsatisfiable, Is.Problem(416, "range-not-satisfiable"));
        Assert.That(deleted, Is.Status(204));
    }

    [Test]
    public async Task An_image_that_was_deleted_after_its_item_was_read_is_not_found()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await cloud.Api.UploadImage(_bytes);
        var hold = new AwsFault.Hold();
        cloud.Calls.Inject("GetObject", hold, times: 1);

        var download = cloud.Api.Download(image.Id);
        await hold.Reached;
        var deleted = await cloud.Api.Delete(image.Id);
        hold.Release();

        Assert.That(deleted, Is.Status(204));
        Assert.That(await download, Is.Problem(404, "image-not-found"));
    }

    private static Task<Answer> Download(Embedded cloud, string id, string? range)
    {
        var request = new RestRequest($"images/{id}?download=true").AddHeader("Accept", "image/*");
        return cloud.Api.Send(range is null ? request : request.AddHeader("Range", range));
    }
}
