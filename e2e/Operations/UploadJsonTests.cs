using System.Text;
using System.Text.Json.Nodes;

namespace ImageService.E2E.Operations;

public sealed class UploadJsonTests
{
    [Test]
    public async Task All_fields_come_back_as_they_were_sent()
    {
        var bytes = SampleImages.Png();
        var body = Body(bytes);
        body["contentType"] = "image/png";
        body["owner"] = "user-17";
        body["metadata"] = JsonNode.Parse("""
            {"title":"Sunset","description":"Two\nlines","location":"Goa","tags":["beach","sea"],"attributes":{"camera":"X100","f":"2.8"}}
            """);

        var answer = await Api.UploadJson(body.ToJsonString());

        var image = answer.Image;
        Assert.That(answer, Is.Status(201));
        Assert.That((image.FileName, image.ContentType, image.Owner), Is.EqualTo(("sunset.png", "image/png", "user-17")));
        Assert.That(JsonNode.DeepEquals(answer.Json["metadata"], body["metadata"]));
        Assert.That((await Api.Download(image.Id)).Bytes, Is.Bytes(bytes));
        Assert.That((await Api.Get(image.Id)).Text, Is.EqualTo(answer.Text));
    }

    [TestCase("fileName", "fileName")]
    [TestCase("content", "content")]
    [TestCase("fileName,content", "fileName,content")]
    public async Task A_missing_field_is_named(string removed, string named)
    {
        var body = Body(SampleImages.Png());
        foreach (var field in removed.Split(','))
            body.Remove(field);

        var answer = await Api.UploadJson(body.ToJsonString());

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(named.Split(',')));
    }

    [TestCase("fileName")]
    [TestCase("content")]
    public async Task A_required_field_that_is_null_is_missing(string field)
    {
        var body = Body(SampleImages.Png());
        body[field] = null;

        var answer = await Api.UploadJson(body.ToJsonString());

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo([field]));
    }

    [Test]
    public async Task A_byte_order_mark_is_passed_over()
    {
        var bytes = SampleImages.Png();

        var answer = await PlainHttp.Upload([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Body(bytes).ToJsonString())], ("Content-Type", "application/json; charset=utf-8"));
        var updated = await Api.Update(answer.Image.Id, "\uFEFF{\"owner\":\"user-17\"}");

        Assert.That(answer, Is.Status(201));
        Assert.That(updated.Image.Owner, Is.EqualTo("user-17"));
    }

    [Test]
    public async Task All_that_is_wrong_is_named_at_once_whatever_the_order()
    {
        string[] members = ["\"owner\":7", "\"color\":\"red\"", "\"content\":\"Q\"", "\"metadata\":{\"title\":[],\"tags\":[\"\"]}", "\"contentType\":{}"];

        var answer = await Api.UploadJson($"{{{string.Join(',', members)}}}");
        var other = await Api.UploadJson($"{{{string.Join(',', members.Reverse())}}}");

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["fileName", "content", "contentType", "owner", "metadata.title", "metadata.tags[0]", "color"]));
        Assert.That(other.ErrorFields, Is.EqualTo(answer.ErrorFields));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("{\"fileName\":\"a.png\",\"content\":\"QU")]
    [TestCase("{\"fileName\":\"a.png\",}")]
    [TestCase("{'fileName':'a.png'}")]
    [TestCase("{\"fileName\":\"a.png\"} {}")]
    [TestCase("{\"fileName\":\"a\u0001b\"}")]
    [TestCase("{\"fileName\":nul}")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("[] {}")]
    [TestCase("\"text\"")]
    [TestCase("\uFEFF")]
    [TestCase("\uFEFF\uFEFF{}")]
    [TestCase("{\"\\ud800\":1}")]
    [TestCase("[[[[[[[[[[[[[[[[")]
    [TestCase("// comment\n{}")]
    public async Task A_body_that_is_not_a_JSON_object_is_refused(string body)
    {
        var answer = await Api.UploadJson(body);

        Assert.That(answer, Is.Problem(400, "invalid-json"));
    }

    [TestCase("""{"fileName":1}""", "fileName")]
    [TestCase("""{"fileName":["a"]}""", "fileName")]
    [TestCase("""{"content":true}""", "content")]
    [TestCase("""{"content":[81,81]}""", "content")]
    [TestCase("""{"content":{"fileName":"a.png"}}""", "content")]
    [TestCase("""{"owner":{}}""", "owner")]
    [TestCase("""{"metadata":"title"}""", "metadata")]
    [TestCase("""{"metadata":{"title":7}}""", "metadata.title")]
    [TestCase("""{"metadata":{"tags":"beach"}}""", "metadata.tags")]
    [TestCase("""{"metadata":{"tags":["beach",7]}}""", "metadata.tags[1]")]
    [TestCase("""{"metadata":{"attributes":{"camera":{}}}}""", "metadata.attributes.camera")]
    [TestCase("""{"metadata":{"attributes":[]}}""", "metadata.attributes")]
    [TestCase("""{"metadata":{"attributes":{"a":[[[[[[[[[[[[]]]]]]]]]]]]}}}""", "metadata.attributes.a")]
    public async Task A_field_of_the_wrong_type_is_named(string body, string field)
    {
        var answer = await Api.UploadJson(body);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.Errors.Single(error => error.Field == field).Message, Does.StartWith("must be a"));
    }

    [TestCase("camera", """{"fileName":7,"owner":7,"name":"X100"}""")]
    [TestCase("camera", """[{"fileName":7}]""")]
    [TestCase("metadata", """[{"title":7},{"tags":7}]""")]
    public async Task What_is_in_a_field_that_is_unknown_or_of_the_wrong_type_is_passed_over(string field, string value)
    {
        var body = Body(SampleImages.Png()).ToJsonString();

        var answer = await Api.UploadJson($$"""{"{{field}}":{{value}},"owner":"",{{body[1..]}}""");

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["owner", field]));
    }

    [TestCase("""{"color":"red"}""", "color", "is unknown")]
    [TestCase("""{"FileName":"a.png"}""", "FileName", "is unknown")]
    [TestCase("""{"metadata":{"color":"red"}}""", "metadata.color", "is unknown")]
    [TestCase("""{"fileName":"a.png","fileName":"b.png"}""", "fileName", "is repeated")]
    [TestCase("""{"metadata":{"title":"a","title":"b"}}""", "metadata.title", "is repeated")]
    [TestCase("""{"metadata":{"attributes":{"a":"1","a":"2"}}}""", "metadata.attributes.a", "is repeated")]
    [TestCase("""{"metadata":{"attributes":{"could not be mapped":5}}}""", "metadata.attributes['could not be mapped']", "must be a string")]
    [TestCase("""{"fileName":"\ud800"}""", "fileName", "is not valid Unicode text")]
    [TestCase("""{"owner":"\udc00\ud800"}""", "owner", "is not valid Unicode text")]
    public async Task A_field_that_is_unknown_repeated_or_no_text_is_named(string body, string field, string message)
    {
        var answer = await Api.UploadJson(body);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.Errors.Single(error => error.Field == field).Message, Is.EqualTo(message));
    }

    [Test]
    public async Task A_name_that_is_not_Unicode_text_is_refused()
    {
        var answer = await Api.UploadJson("""{"\ud800":"red"}""");

        Assert.That(answer, Is.Problem(400, "invalid-json"));
        Assert.That((string?)answer.Json["detail"], Is.EqualTo("The body has a member whose name is not valid Unicode text."));
    }

    [TestCase("{\n\"fileName\": }", "line 2, byte 13")]
    [TestCase("[1", "line 1, byte 3")]
    [TestCase("7 8", "line 1, byte 3")]
    [TestCase("{} 8", "line 1, byte 4")]
    public async Task A_body_that_is_not_JSON_says_where_it_breaks(string body, string place)
    {
        var answer = await Api.UploadJson(body);

        Assert.That(answer, Is.Problem(400, "invalid-json"));
        Assert.That((string?)answer.Json["detail"], Is.EqualTo($"The body is not valid JSON in UTF-8: it breaks at {place}."));
    }

    [Test]
    public async Task What_a_client_sent_does_not_make_the_answer_large()
    {
        var name = new string('\u007f', 900_000);

        var unknown = await Api.UploadJson($$"""{"{{name}}":1}""");
        var attribute = await Api.UploadJson("""{"fileName":"a","content":"QUJD","metadata":{"attributes":{"NAME":null}}}""".Replace("NAME", name, StringComparison.Ordinal));

        Assert.That(unknown, Is.Problem(400, "invalid-field"));
        Assert.That(attribute, Is.Problem(400, "invalid-field"));
        Assert.That(new[] { unknown, attribute }, Has.All.Matches<Answer>(answer => answer!.Bytes.Length < 20_000));
    }

    private static JsonObject Body(byte[] image) => new()
    {
        ["fileName"] = "sunset.png",
        ["content"] = Convert.ToBase64String(image),
    };
}
