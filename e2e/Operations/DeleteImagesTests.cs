using System.Text.Json.Nodes;
using ImageService.E2E.Clouds;
using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>Several images are deleted by one request.</summary>
public sealed class DeleteImagesTests
{
    [Test]
    public async Task Each_id_is_in_one_list_in_the_order_asked()
    {
        var images = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Api.UploadImage(SampleImages.Png())));
        var ids = images.Select(image => image.Id).ToList();
        var others = Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7().ToString()).ToList();
        await Api.Delete(ids[7]);

        var answer = await Api.DeleteImages([others[2], .. ids, others[0], others[1]]);

        Assert.That(answer, Is.Status(200));
        Assert.That(Texts(answer, "deleted"), Is.EqualTo(ids.Where(id => id != ids[7])));
        Assert.That(Texts(answer, "notFound"), Is.EqualTo([others[2], ids[7], others[0], others[1]]));
        Assert.That(answer.Json["failed"]!.AsArray(), Is.Empty);
        Assert.That((await Task.WhenAll(ids.Select(id => Api.Get(id)))).Select(get => get.Status), Is.All.EqualTo(404));
    }

    [Test]
    public async Task A_repeated_id_counts_once_and_in_lower_case()
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var first = await Api.DeleteImages(image.Id.ToUpperInvariant(), image.Id, image.Id);
        var second = await Api.DeleteImages(image.Id);

        Assert.That(Texts(first, "deleted"), Is.EqualTo([image.Id]));
        Assert.That(Texts(first, "notFound"), Is.Empty);
        Assert.That(Texts(second, "notFound"), Is.EqualTo([image.Id]));
    }

    [Test]
    public async Task Of_many_requests_at_once_one_deletes_an_image()
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Api.DeleteImages(image.Id)));

        Assert.That(answers.SelectMany(answer => Texts(answer, "deleted")), Is.EqualTo([image.Id]));
        Assert.That(answers.SelectMany(answer => Texts(answer, "notFound")), Has.Exactly(9).EqualTo(image.Id));
    }

    [Test]
    public async Task A_hundred_ids_are_taken_and_one_more_is_refused()
    {
        var ids = Enumerable.Range(0, 101).Select(_ => Guid.CreateVersion7().ToString()).ToList();

        var most = await Api.DeleteImages(ids.Take(100));
        var more = await Api.DeleteImages(ids);

        Assert.That(Texts(most, "notFound"), Is.EqualTo(ids.Take(100)));
        Assert.That(more, Is.Problem(400, "invalid-field"));
        Assert.That(more.Errors, Is.EqualTo([("ids", "has more than 100 items")]));
    }

    [Test]
    public async Task A_malformed_id_is_named_and_nothing_is_deleted()
    {
        var image = await Api.UploadImage(SampleImages.Png());
        var ids = new JsonArray(image.Id, "sunset.jpg", null, 7, $"{{{image.Id}}}");

        var answer = await Api.DeleteImages(new JsonObject { ["ids"] = ids });

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.Errors, Is.EquivalentTo(
            [("ids[1]", "must be a UUID"), ("ids[2]", "must be a UUID"), ("ids[3]", "must be a string"), ("ids[4]", "must be a UUID")]));
        Assert.That(await Api.Get(image.Id), Is.Status(200));
    }

    [Test]
    public async Task Ids_are_named_before_what_is_unknown()
    {
        var answer = await Api.DeleteImages(JsonNode.Parse("""{"all":true,"ids":["x"]}""")!.AsObject());

        Assert.That(answer.Errors, Is.EqualTo([("ids[0]", "must be a UUID"), ("all", "is unknown")]));
    }

    [TestCase("{}", "ids", "is missing")]
    [TestCase("""{"ids":null}""", "ids", "is missing")]
    [TestCase("""{"ids":[]}""", "ids", "is empty")]
    [TestCase("""{"ids":"x"}""", "ids", "must be an array of strings")]
    [TestCase("""{"ids":["019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44"],"all":true}""", "all", "is unknown")]
    public async Task A_body_without_ids_is_refused(string body, string field, string message)
    {
        var answer = await Api.DeleteImages(JsonNode.Parse(body)!.AsObject());

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.Errors, Is.EqualTo([(field, message)]));
    }

    [Test]
    public async Task Another_type_of_body_is_refused()
    {
        var answer = await Api.Send(new RestRequest("images/delete", Method.Post).AddBody("ids=1", (ContentType)"text/plain"));

        Assert.That(answer, Is.Problem(415, "unsupported-content-type"));
    }

    [Test]
    [NotOnLocalStack("It has no limit of a body.")]
    public async Task A_body_that_the_gateway_does_not_carry_is_too_large()
    {
        var answer = await Api.DeleteImages(Enumerable.Repeat(new string('0', 1024 * 1024), 11));

        Assert.That(answer, Is.Status(413));
    }

    [TestCase(Method.Get)]
    [TestCase(Method.Delete)]
    public async Task The_path_is_no_id_of_an_image(Method method)
    {
        var answer = await Api.Send(new RestRequest("images/delete", method));

        Assert.That(answer, Is.Problem(405, "method-not-allowed"));
        Assert.That(answer.Header("Allow"), Is.EqualTo("OPTIONS, POST"));
    }

    private static IEnumerable<string> Texts(Answer answer, string list) => answer.Json[list]!.AsArray().Select(text => (string)text!);
}
