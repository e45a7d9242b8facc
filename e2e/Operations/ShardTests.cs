using System.Text.Json.Nodes;
using ImageService.E2E.Clouds;
using ImageService.Local;

namespace ImageService.E2E.Operations;

/// <summary>LIST_SHARDS: images are spread over partitions of the indexes, and a listing shows nothing of it.</summary>
public sealed class ShardTests
{
    private static readonly ServiceDeploymentOptions FourShards = new() { ListShards = 4 };

    [Test]
    public async Task Pages_are_merged_in_order()
    {
        await using var cloud = await Embedded.StartAsync(apiOptions: FourShards);
        var images = await UploadMany(cloud, 24);

        var ascending = await Task.WhenAll(new[] { "1", "7", "100" }.Select(limit => cloud.Api.ListIds(("limit", limit), ("order", "asc"))));
        var descending = await Task.WhenAll(new[] { "1", "7", "100" }.Select(limit => cloud.Api.ListIds(("limit", limit), ("order", "desc"))));

        var ids = images.Select(image => image.Id).Order(StringComparer.Ordinal).ToList();
        Assert.That(ascending, Is.All.EqualTo(ids));
        Assert.That(descending, Is.All.EqualTo(Enumerable.Reverse(ids)));
    }

    [Test]
    public async Task Each_page_is_full_but_the_last()
    {
        await using var cloud = await Embedded.StartAsync(apiOptions: FourShards);
        await UploadMany(cloud, 25);

        var first = (await cloud.Api.List(("limit", "10"))).Page;
        var second = (await cloud.Api.List(("limit", "10"), ("cursor", first.NextCursor!))).Page;
        var third = (await cloud.Api.List(("limit", "10"), ("cursor", second.NextCursor!))).Page;

        Assert.That(new[] { first, second, third }.Select(page => page.Images.Length), Is.EqualTo([10, 10, 5]));
        Assert.That(third.NextCursor, Is.Null);
    }

    [Test]
    public async Task Names_are_merged_by_their_bytes_in_UTF_8()
    {
        await using var cloud = await Embedded.StartAsync(apiOptions: FourShards);
        // In UTF-16 the emoji, a pair of surrogates, would come before the full-width letter.
        string[] names = ["n-a", "n-z", "n-é", "n-日", "n-\uFF41", "n-🌅"];
        await Task.WhenAll(names.SelectMany(name => Enumerable.Range(0, 5).Select(_ => cloud.Api.UploadImage(SampleImages.Png(), name))));

        var ascending = await cloud.Api.ListAll(("fileName", "n-"), ("limit", "4"), ("order", "asc"));
        var descending = await cloud.Api.ListAll(("fileName", "n-"), ("limit", "4"), ("order", "desc"));

        var expected = names.SelectMany(name => Enumerable.Repeat(name, 5)).ToList();
        Assert.That(ascending.Select(image => image.FileName), Is.EqualTo(expected));
        Assert.That(descending.Select(image => image.FileName), Is.EqualTo(Enumerable.Reverse(expected)));
    }

    [Test]
    public async Task Filters_lose_nothing_where_one_partition_stops_before_the_others()
    {
        await using var cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { ListShards = 2 });
        // 24 KB each: a Query reads 1 MB, that is 43 of them, so both partitions stop early, and hardly ever at the same image.
        var images = await Task.WhenAll(Enumerable.Range(0, 120).Select(i => cloud.Api.UploadJson(Large(i % 2 == 0 ? SampleImages.Png() : SampleImages.Jpeg()))));

        var first = (await cloud.Api.List(("contentType", "image/jpeg"), ("limit", "100"))).Page;
        var found = await cloud.Api.ListIds(("contentType", "image/jpeg"), ("limit", "100"));

        var jpegs = images.Where(image => image.ContentType == "image/jpeg").Select(image => image.Id).OrderDescending(StringComparer.Ordinal);
        Assert.That(first.Images, Has.Length.InRange(1, 59));
        Assert.That(found, Is.EqualTo(jpegs));
    }

    [Test]
    public async Task One_page_costs_one_query_a_shard_and_one_of_an_owner_a_single_one()
    {
        await using var cloud = await Embedded.StartAsync(apiOptions: FourShards);
        await cloud.Api.UploadImage(SampleImages.Png(), owner: "me");

        await cloud.Api.List();
        var all = cloud.Calls.Count("Query");
        await cloud.Api.List(("owner", "me"));

        Assert.That((all, cloud.Calls.Count("Query")), Is.EqualTo((4, 5)));
    }

    [Test]
    public async Task The_shards_fill_evenly()
    {
        await using var cloud = await Embedded.StartAsync(apiOptions: FourShards);
        await UploadMany(cloud, 60);

        var shards = await cloud.Stored.Shards();

        Assert.That(shards.Keys, Is.EquivalentTo(["0", "1", "2", "3"]));
        Assert.That(shards.Values, Has.All.InRange(1, 40));
    }

    [Test]
    public async Task Their_number_may_grow_while_there_are_images()
    {
        await using var cloud = await Embedded.StartAsync();
        var before = await UploadMany(cloud, 20);
        await cloud.DeployAgainAsync(FourShards);
        var after = await UploadMany(cloud, 20);
        await cloud.Api.Update(before[0].Id, """{"owner":"me"}""");

        var ids = await cloud.Api.ListIds(("limit", "9"));

        Assert.That(ids, Is.EqualTo(before.Concat(after).Select(image => image.Id).OrderDescending(StringComparer.Ordinal)));
    }

    private static Task<ImageView[]> UploadMany(Embedded cloud, int count) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(_ => cloud.Api.UploadImage(SampleImages.Png())));

    /// <summary>An image with 24 KB of metadata.</summary>
    private static JsonObject Large(byte[] image)
    {
        var attributes = Enumerable.Range(0, 16).Select(i => KeyValuePair.Create($"a{i}", (JsonNode?)string.Concat(Enumerable.Repeat("🌅", 256))));
        var description = string.Concat(Enumerable.Repeat("🌅", 2048));
        return new JsonObject
        {
            ["fileName"] = "large",
            ["content"] = Convert.ToBase64String(image),
            ["metadata"] = new JsonObject { ["description"] = description, ["attributes"] = new JsonObject(attributes) },
        };
    }
}
