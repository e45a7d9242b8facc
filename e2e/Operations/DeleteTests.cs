namespace ImageService.E2E.Operations;

public sealed class DeleteTests
{
    [Test]
    public async Task A_deleted_image_is_gone_everywhere()
    {
        var owner = $"owner-{Guid.NewGuid()}";
        var image = await Api.UploadImage(SampleImages.Png(), owner: owner);

        var deleted = await Api.Delete(image.Id);

        Assert.That(deleted, Is.Status(204));
        Assert.That(deleted.Bytes, Is.Empty);
        Assert.That(await Api.Get(image.Id), Is.Problem(404, "image-not-found"));
        Assert.That(await Api.Download(image.Id), Is.Problem(404, "image-not-found"));
        await Eventually.That(() => Api.ListIds(("owner", owner)), Is.Empty);
    }

    [Test]
    public async Task A_second_delete_answers_404()
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var first = await Api.Delete(image.Id);
        var second = await Api.Delete(image.Id);

        Assert.That(first, Is.Status(204));
        Assert.That(second, Is.Problem(404, "image-not-found"));
    }

    [Test]
    public async Task Of_fifty_deletes_at_once_exactly_one_answers_204()
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Api.Delete(image.Id)));

        Assert.That(answers, Has.Exactly(1).Matches(Is.Status(204)));
        Assert.That(answers, Has.Exactly(49).Matches(Is.Problem(404, "image-not-found")));
    }

    [Test]
    public async Task Nothing_else_is_touched()
    {
        var bytes = SampleImages.Png();
        var kept = await Api.UploadImage(bytes);
        var deleted = await Api.UploadImage(bytes);

        await Api.Delete(deleted.Id);

        Assert.That((await Api.Download(kept.Id)).Bytes, Is.Bytes(bytes));
    }

    [Test]
    public async Task An_unknown_id_answers_404()
    {
        var answer = await Api.Delete(Guid.CreateVersion7().ToString());

        Assert.That(answer, Is.Problem(404, "image-not-found"));
    }

    [TestCaseSource(typeof(BadIds))]
    public async Task A_malformed_id_answers_400(string id)
    {
        var answer = await Api.Delete(id);

        Assert.That(answer, Is.Problem(400, "invalid-image-id"));
    }
}
