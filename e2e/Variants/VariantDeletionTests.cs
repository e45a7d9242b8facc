using EmbeddedAws.Host;
using ImageService.E2E.Clouds;

namespace ImageService.E2E.Variants;

/// <summary>Variants go with their image.</summary>
[NotOnLocalStack("Its bucket is not at hand.")]
public sealed class VariantDeletionTests
{
    [Test]
    public async Task A_DELETE_removes_the_variants_of_its_image_and_no_others()
    {
        await using var cloud = await Embedded.StartAsync();
        var (deleted, kept) = (await ImageWithVariants(cloud), await ImageWithVariants(cloud));

        var answer = await cloud.Api.Delete(deleted);

        Assert.That(answer, Is.Status(204));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EquivalentTo(
            [$"images/{kept}", $"variants/{kept}/32x-contain-auto-80", $"variants/{kept}/32x-contain-webp-80"]));
    }

    [Test]
    public async Task A_delete_of_several_images_removes_their_variants_too()
    {
        await using var cloud = await Embedded.StartAsync();
        var (first, second, kept) = (await ImageWithVariants(cloud), await ImageWithVariants(cloud), await ImageWithVariants(cloud));

        var answer = await cloud.Api.DeleteImages(first, second);

        Assert.That(answer.Json["deleted"]!.AsArray().Select(id => (string?)id), Is.EqualTo([first, second]));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.EquivalentTo(
            [$"images/{kept}", $"variants/{kept}/32x-contain-auto-80", $"variants/{kept}/32x-contain-webp-80"]));
    }

    [Test]
    public async Task An_update_in_between_changes_nothing_about_that()
    {
        await using var cloud = await Embedded.StartAsync();
        var id = await ImageWithVariants(cloud);
        await cloud.Api.Update(id, """{"fileName":"b.png"}""");

        var answer = await cloud.Api.Delete(id, ifMatch: "\"v2\"");

        Assert.That(answer, Is.Status(204));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.Empty);
    }

    [TestCase("ListObjectsV2", 500, "InternalError", 3)]
    [TestCase("ListObjectsV2", 403, "AccessDenied", 1)]
    [TestCase("DeleteObjects", 503, "SlowDown", 3)]
    public async Task A_DELETE_that_cannot_remove_the_variants_has_deleted_the_image_all_the_same(string awsCall, int status, string code, int times)
    {
        await using var cloud = await Embedded.StartAsync();
        var id = await ImageWithVariants(cloud);
        cloud.Calls.Inject(awsCall, new AwsFault.Error(status, code), times: times);

        var answer = await cloud.Api.Delete(id);

        Assert.That(answer, Is.Status(204));
        Assert.That(await cloud.Api.Variant(id, "width=32"), Is.Problem(404, "image-not-found"));
        Assert.That(await cloud.Stored.ObjectKeys(), Is.All.StartsWith("variants/"), "the image's own object is gone");
    }

    private static async Task<string> ImageWithVariants(Embedded cloud)
    {
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        await cloud.Api.Variant(image.Id, "width=32");
        await cloud.Api.Variant(image.Id, "width=32&format=webp");
        return image.Id;
    }
}
