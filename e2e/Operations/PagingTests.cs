using RestSharp;

namespace ImageService.E2E.Operations;

public sealed class PagingTests
{
    private readonly string _owner = $"owner-{Guid.NewGuid()}";

    [Test]
    public async Task Pages_of_one_image_come_without_a_gap_or_a_repeat()
    {
        var images = await UploadMany(7);

        var read = await Pages(("owner", _owner), ("limit", "1"));

        Assert.That(read.SelectMany(page => page), Is.EqualTo(images.OrderDescending(StringComparer.Ordinal)));
        Assert.That(read, Has.Count.EqualTo(7));
    }

    [Test]
    public async Task Pages_of_any_limit_come_without_a_gap_or_a_repeat()
    {
        var images = (await UploadMany(130)).OrderDescending(StringComparer.Ordinal).ToList();

        var bySeven = await Pages(("owner", _owner), ("limit", "7"));
        var byFifty = await Pages(("owner", _owner), ("limit", "50"));
        var byHundred = await Pages(("owner", _owner), ("limit", "100"));

        Assert.That(bySeven, Is.EqualTo(images.Chunk(7)));
        Assert.That(byFifty, Is.EqualTo(images.Chunk(50)));
        Assert.That(byHundred, Is.EqualTo(images.Chunk(100)));
    }

    [Test]
    public async Task Each_index_pages_in_both_directions()
    {
        var images = (await UploadMany(50)).Order(StringComparer.Ordinal).ToList();

        await Eventually.That(() => Api.ListIds(("fileName", _owner), ("limit", "7"), ("order", "asc")), Is.EqualTo(images));
        await Eventually.That(() => Api.ListIds(("owner", _owner), ("limit", "7"), ("order", "asc")), Is.EqualTo(images));
        await Eventually.That(() => Api.ListIds(("fileName", _owner), ("limit", "7"), ("order", "desc")), Is.EqualTo(Enumerable.Reverse(images)));
        await Eventually.That(() => Api.ListIds(("owner", _owner), ("limit", "7"), ("order", "desc")), Is.EqualTo(Enumerable.Reverse(images)));
    }

    [Test]
    public async Task All_images_page_without_a_gap_or_a_repeat()
    {
        await using var cloud = await Clouds.Embedded.StartAsync();
        var images = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => cloud.Api.UploadImage(SampleImages.Png())));

        await Eventually.That(
            () => cloud.Api.ListIds(("limit", "15")),
            Is.EqualTo(images.Select(image => image.Id).OrderDescending(StringComparer.Ordinal)));
    }

    [Test]
    public async Task Paging_goes_on_while_others_are_added_and_deleted()
    {
        var images = await UploadMany(60);
        var doomed = images.Where((_, i) => i % 5 == 0).ToList();
        var others = Task.WhenAll(doomed.Select(id => Api.Delete(id)).Concat(Enumerable.Range(0, 20).Select(_ => Api.Upload(SampleImages.Png(), fileName: _owner, owner: _owner))));

        var read = await Api.ListIds(("owner", _owner), ("limit", "8"));
        await others;

        Assert.That(read, Is.Unique);
        Assert.That(read, Is.SupersetOf(images.Except(doomed)));
    }

    [Test]
    public async Task The_image_after_which_a_page_starts_may_be_deleted()
    {
        var images = (await UploadMany(6)).OrderDescending(StringComparer.Ordinal).ToList();
        var first = (await Api.List(("owner", _owner), ("limit", "3"))).Page;
        await Api.Delete(images[2]);

        var second = (await Api.List(("owner", _owner), ("limit", "3"), ("cursor", first.NextCursor!))).Page;

        Assert.That(second.Images.Select(image => image.Id), Is.EqualTo(images[3..]));
    }

    [Test]
    public async Task Filters_narrow_each_page_and_null_alone_ends_the_listing()
    {
        await UploadMany(30);
        var jpegs = await UploadMany(5, SampleImages.Jpeg);
        await UploadMany(30);

        var read = await Pages(("owner", _owner), ("contentType", "image/jpeg"), ("limit", "2"));

        Assert.That(read.SelectMany(page => page), Is.EquivalentTo(jpegs));
        Assert.That(read, Has.All.Count.LessThanOrEqualTo(2));
    }

    [Test]
    public async Task The_link_leads_to_the_next_page_with_all_filters()
    {
        await UploadMany(5);
        var url = new Uri($"{Api.BaseUrl}/images");
        var read = new List<string>();

        var answer = await Api.List(("owner", _owner), ("limit", "2"), ("order", "asc"), ("contentType", "image/png"));
        while (answer.Header("Link") is { } link)
        {
            read.AddRange(answer.Page.Images.Select(image => image.Id));
            var target = link[1..link.IndexOf('>', StringComparison.Ordinal)];
            Assert.That(link, Does.StartWith("<?").And.EndsWith(">; rel=\"next\""));
            answer = await Api.Send(new RestRequest(new Uri(url, target)));
        }

        read.AddRange(answer.Page.Images.Select(image => image.Id));
        Assert.That(read, Has.Count.EqualTo(5).And.Ordered);
        Assert.That(answer.Page.NextCursor, Is.Null);
    }

    [Test]
    public async Task The_limit_may_change_from_page_to_page()
    {
        await UploadMany(10);
        var first = (await Api.List(("owner", _owner), ("limit", "3"))).Page;

        var rest = (await Api.List(("owner", _owner), ("limit", "100"), ("cursor", first.NextCursor!))).Page;

        Assert.That(rest.Images, Has.Length.EqualTo(7));
        Assert.That(rest.NextCursor, Is.Null);
    }

    private Task<IReadOnlyList<string>> UploadMany(int count) => UploadMany(count, () => SampleImages.Png());

    /// <summary>Uploads, and waits until the index of owners has all.</summary>
    private async Task<IReadOnlyList<string>> UploadMany(int count, Func<byte[]> image)
    {
        // The same name for all: the index of names then sorts them by the id that follows the name.
        var images = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Api.UploadImage(image(), _owner, _owner)));
        IReadOnlyList<string> ids = [.. images.Select(image => image.Id)];
        await Eventually.That(() => Api.ListIds(("owner", _owner), ("limit", "100")), Is.SupersetOf(ids));
        return ids;
    }

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> Pages(params (string, string)[] parameters)
    {
        var pages = new List<IReadOnlyList<string>>();
        for (string? cursor = null; pages.Count == 0 || cursor is not null;)
        {
            var page = (await Api.List(cursor is null ? parameters : [.. parameters, ("cursor", cursor)])).Page;
            pages.Add([.. page.Images.Select(image => image.Id)]);
            cursor = page.NextCursor;
        }

        return pages;
    }
}
