using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>Changes that are refused: the image stays as it was.</summary>
public sealed class UpdateRefusalTests
{
    private static readonly string LongAttribute = $$"""{"metadata":{"attributes":{"camera":"{{new string('x', 257)}}"} } }""";
    private static readonly string LongTag = $$"""{"metadata":{"tags":["{{new string('x', 51)}}"] } }""";

    private static readonly (string Patch, string Field)[] WrongFields =
    [
        ("""{"fileName":null}""", "fileName"),
        ("""{"fileName":""}""", "fileName"),
        ("""{"fileName":"a/b.png"}""", "fileName"),
        ("""{"fileName":7}""", "fileName"),
        ("""{"owner":""}""", "owner"),
        ("""{"owner":"a\u0000b"}""", "owner"),
        ("""{"metadata":"text"}""", "metadata"),
        ("""{"metadata":{"title":7}}""", "metadata.title"),
        ("""{"metadata":{"color":"red"}}""", "metadata.color"),
        ("""{"metadata":{"color":null}}""", "metadata.color"),
        ("""{"metadata":{"tags":[null]}}""", "metadata.tags[0]"),
        (LongTag, "metadata.tags[0]"),
        ("""{"metadata":{"attributes":{"":"x"}}}""", "metadata.attributes"),
        (LongAttribute, "metadata.attributes.camera"),
        ("""{"version":3}""", "version"),
        ("""{"id":null}""", "id"),
        ("""{"contentType":"image/gif"}""", "contentType"),
        ("""{"owner":"a","owner":"b"}""", "owner"),
    ];

    [Test]
    public async Task A_field_that_breaks_a_rule_is_named([ValueSource(nameof(WrongFields))] (string Patch, string Field) wrong)
    {
        var image = await Api.Upload(SampleImages.Png());

        var answer = await Api.Update(image.Image.Id, wrong.Patch);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo([wrong.Field]));
        Assert.That((await Api.Get(image.Image.Id)).Text, Is.EqualTo(image.Text));
    }

    [Test]
    public async Task A_rule_is_checked_before_the_image_is_looked_for([ValueSource(nameof(WrongFields))] (string Patch, string Field) wrong)
    {
        var answer = await Api.Update($"{Guid.CreateVersion7()}", wrong.Patch);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo([wrong.Field]));
    }

    [Test]
    public async Task What_is_added_counts_with_what_is_there()
    {
        var image = await Api.UploadImage(SampleImages.Png());
        var sixteen = string.Join(',', Enumerable.Range(0, 16).Select(i => $"\"a{i}\":\"x\""));
        await Api.Update(image.Id, $$"""{"metadata":{"attributes":{ {{sixteen}} } } }""");

        var answer = await Api.Update(image.Id, """{"metadata":{"attributes":{"one":"more"}}}""");

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["metadata.attributes"]));
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("\"text\"")]
    [TestCase("{\"owner\":")]
    [TestCase("{} {}")]
    public async Task Anything_but_a_JSON_object_is_refused(string patch)
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Api.Update(image.Id, patch);

        Assert.That(answer, Is.Problem(400, "invalid-json"));
    }

    [TestCase("text/plain")]
    [TestCase("application/json-patch+json")]
    [TestCase("image/png")]
    public async Task Another_content_type_is_refused(string contentType)
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Api.Update(image.Id, "{}", contentType: contentType);

        Assert.That(answer, Is.Problem(415, "unsupported-content-type"));
    }

    [Test]
    public async Task A_change_without_a_content_type_is_refused()
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Api.Send(new RestRequest($"images/{image.Id}", Method.Patch));

        Assert.That(answer, Is.Problem(415, "unsupported-content-type"));
    }

    [Test]
    public async Task An_unknown_id_answers_404()
    {
        var answer = await Api.Update(Guid.CreateVersion7().ToString(), "{}");

        Assert.That(answer, Is.Problem(404, "image-not-found"));
    }

    [TestCaseSource(typeof(BadIds))]
    public async Task A_malformed_id_answers_400(string id)
    {
        var answer = await Api.Update(id, "{}");

        Assert.That(answer, Is.Problem(400, "invalid-image-id"));
    }

    [Test]
    public async Task All_that_is_wrong_is_named_at_once()
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Api.Update(image.Id, """{"version":3,"metadata":{"tags":[7,""],"attributes":{"a":null,"b":1}},"owner":"","fileName":null}""");

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["fileName", "owner", "metadata.tags[0]", "metadata.attributes.b", "metadata.tags[1]", "version"]));
    }

    [Test]
    public async Task Parameters_are_ignored()
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Api.Send(new RestRequest($"images/{image.Id}?force=true", Method.Patch).AddBody("{}", ContentType.Json));

        Assert.That(answer, Is.Status(200));
    }
}
