namespace ImageService.E2E.Operations;

/// <summary>If-Match (RFC 9110, section 13.1.1) on PATCH and DELETE: a client never overwrites what it has not seen.</summary>
public sealed class IfMatchTests
{
    [TestCase("\"v1\"")]
    [TestCase("*")]
    [TestCase("\"v7\", \"v1\"")]
    public async Task The_current_version_is_changed(string ifMatch)
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Api.Update(image.Id, """{"owner":"me"}""", ifMatch);

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Header("ETag"), Is.EqualTo("\"v2\""));
    }

    [TestCase("\"v1\"")]
    [TestCase("*")]
    [TestCase("\"v7\", \"v1\"")]
    public async Task The_current_version_is_deleted(string ifMatch)
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Api.Delete(image.Id, ifMatch);

        Assert.That(answer, Is.Status(204));
        Assert.That(await Api.Get(image.Id), Is.Status(404));
    }

    [Test]
    public async Task Another_version_is_neither_changed_nor_deleted(
        [Values("\"v1\"", "\"v3\"", "W/\"v2\"", "\"v02\"", "\"v\"", "\"\"", "\"2\"", "\"v2x\"")] string ifMatch, [Values] bool delete)
    {
        var image = await Api.UploadImage(SampleImages.Png());
        var second = await Api.Update(image.Id, """{"owner":"me"}""");

        var answer = delete ? await Api.Delete(image.Id, ifMatch) : await Api.Update(image.Id, """{"owner":"you"}""", ifMatch);

        Assert.That(answer, Is.Problem(412, "precondition-failed"));
        Assert.That((await Api.Get(image.Id)).Text, Is.EqualTo(second.Text));
    }

    [Test]
    public async Task A_header_that_is_not_a_list_of_tags_is_refused(
        [Values("v1", "1", "\"v1", "v1*", "W/*", "\"v2\" x, \"v1\"", "v9, \"v1\"", "\"v2\"\"v1\"", "W\"v1\"", "*, \"v1\"")] string ifMatch, [Values] bool delete)
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = delete ? await Api.Delete(image.Id, ifMatch) : await Api.Update(image.Id, "{}", ifMatch);

        Assert.That(answer, Is.Problem(400, "invalid-header"));
        Assert.That((string?)answer.Json["errors"]![0]!["message"], Is.EqualTo("must be * or a list of at most 100 entity tags, such as \"v1\" with its quotes"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["If-Match"]));
        Assert.That((await Api.Get(image.Id)).Image.Version, Is.EqualTo(1));
    }

    [Test]
    public async Task As_many_tags_as_DynamoDB_compares_are_taken_and_no_more([Values(100, 101)] int count, [Values] bool delete)
    {
        var image = await Api.UploadImage(SampleImages.Png());
        var tags = string.Join(',', Enumerable.Range(0, count).Select(i => $"\"v{count - i}\""));

        var answer = delete ? await Api.Delete(image.Id, tags) : await Api.Update(image.Id, "{}", tags);

        Assert.That(answer.Status, Is.EqualTo(count > 100 ? 400 : delete ? 204 : 200));
    }

    [Test]
    public async Task An_unknown_id_answers_404([Values("*", "\"v1\"", "\"other\"")] string ifMatch, [Values] bool delete)
    {
        var id = Guid.CreateVersion7().ToString();

        var answer = delete ? await Api.Delete(id, ifMatch) : await Api.Update(id, "{}", ifMatch);

        Assert.That(answer, Is.Problem(404, "image-not-found"));
    }
}
