using ImageService.E2E.Clouds;
using ImageService.Handlers.Collecting;

namespace ImageService.E2E.Collecting;

/// <summary>The collector removes what has no item, so it must not miss one, however much DynamoDB's other reads lag.</summary>
[NotOnLocalStack("Its reads cannot be made to lag.")]
public sealed class StaleItemTests
{
    [Test]
    public async Task An_image_keeps_its_object_and_its_variants()
    {
        await using var cloud = await Embedded.StartAsync();
        using var lag = cloud.LagReads();
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        await cloud.Api.Variant(image.Id, "width=32");

        var report = await cloud.CollectAsync();

        Assert.That((report.Images, report.Variants, report.Failure), Is.EqualTo((0, 0, (Exception?)null)));
        Assert.That(await cloud.Api.Download(image.Id), Is.Status(200));
    }

    [Test]
    public async Task The_next_run_goes_on_where_the_last_one_stopped()
    {
        await using var cloud = await Embedded.StartAsync();
        await cloud.Api.UploadImage(SampleImages.Png());
        foreach (var minute in new[] { 1, 2 })
            await cloud.Stored.PutObject($"{Guid.CreateVersion7(DateTimeOffset.UtcNow.AddMinutes(minute))}", [1]);
        using var lag = cloud.LagReads();
        using var deadline = new CancellationTokenSource();

        var first = await cloud.CollectAsync(new CollectorOptions { PageSize = 1, Removed = _ => deadline.Cancel() }, deadline.Token);
        var second = await cloud.CollectAsync();

        Assert.That((first.IsComplete, first.Objects), Is.EqualTo((false, 2)), "the image, and garbage that was removed");
        Assert.That((second.IsComplete, second.Objects), Is.EqualTo((true, 1)), "the rest, and not the image once more");
    }
}
