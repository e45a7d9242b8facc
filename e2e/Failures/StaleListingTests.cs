using ImageService.E2E.Clouds;

namespace ImageService.E2E.Failures;

/// <summary>A listing is read from an index, which follows its table after a moment: what clients may see until then, and what holds all the same.</summary>
[NotOnLocalStack("Its indexes cannot be made to lag.")]
public sealed class StaleListingTests
{
    /// <summary>One for each index.</summary>
    private static readonly (string Name, string Value)[] Listings = [("limit", "100"), ("fileName", "sea"), ("owner", "user-17")];

    [Test]
    public async Task A_new_image_may_be_missing_which_can_be_read([ValueSource(nameof(Listings))] (string Name, string Value) listing)
    {
        await using var cloud = await Embedded.StartAsync();
        ImageView image;
        using (cloud.LagReads())
        {
            image = await UploadSea(cloud);

            Assert.That(await cloud.Api.ListIds(listing), Is.Empty);
            Assert.That(await cloud.Api.Get(image.Id), Is.Status(200));
        }

        Assert.That(await cloud.Api.ListAll(listing), Is.EqualTo([image]));
    }

    [Test]
    public async Task A_deleted_image_may_be_shown_which_is_404([ValueSource(nameof(Listings))] (string Name, string Value) listing)
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await UploadSea(cloud);
        using (cloud.LagReads())
        {
            await cloud.Api.Delete(image.Id);

            Assert.That(await cloud.Api.ListAll(listing), Is.EqualTo([image]));
            Assert.That(await cloud.Api.Delete(image.Id), Is.Problem(404, "image-not-found"));
        }

        Assert.That(await cloud.Api.ListIds(listing), Is.Empty);
    }

    [Test]
    public async Task A_changed_image_may_be_shown_as_it_was_and_If_Match_notices()
    {
        await using var cloud = await Embedded.StartAsync();
        var image = await UploadSea(cloud);
        using var lag = cloud.LagReads();
        await cloud.Api.Update(image.Id, """{"fileName":"ocean.png"}""");

        var listed = (await cloud.Api.ListAll(("fileName", "sea"))).Single();
        var changed = await cloud.Api.Update(image.Id, """{"owner":"user-18"}""", ifMatch: $"\"v{listed.Version}\"");

        Assert.That(listed, Is.EqualTo(image));
        Assert.That(await cloud.Api.ListIds(("fileName", "ocean")), Is.Empty);
        Assert.That(changed, Is.Problem(412, "precondition-failed"));
    }

    [Test]
    public async Task A_cursor_of_an_old_page_misses_no_image_that_stays()
    {
        await using var cloud = await Embedded.StartAsync();
        var images = new List<ImageView>();
        for (var i = 0; i < 6; i++)
            images.Add(await UploadSea(cloud));
        images.Sort((one, other) => string.CompareOrdinal(one.Id, other.Id));
        Answer first;
        using (cloud.LagReads())
        {
            await cloud.Api.DeleteImages(images[1].Id, images[4].Id);
            first = await cloud.Api.List(("owner", "user-17"), ("order", "asc"), ("limit", "2"));
        }

        var second = await cloud.Api.List(("owner", "user-17"), ("order", "asc"), ("cursor", first.Page.NextCursor!));

        Assert.That(first.Page.Images, Is.EqualTo([images[0], images[1]]));
        Assert.That(second.Page.Images, Is.EqualTo([images[2], images[3], images[5]]));
    }

    private static Task<ImageView> UploadSea(Embedded cloud) => cloud.Api.UploadImage(SampleImages.Png(), fileName: "sea.png", owner: "user-17");
}
