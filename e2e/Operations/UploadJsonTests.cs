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

    [Test]
    public async Task Escaped_slashes_in_base64_are_slashes()
    {
        var bytes = SampleImages.OfSize(1000);
        var json = Body(bytes).ToJsonString().Replace("/", "\\/", StringComparison.Ordinal);

        var answer = await Api.UploadJson(json);

        Assert.That(answer, Is.Status(201));
        Assert.That((await Api.Download(answer.Image.Id)).Bytes, Is.Bytes(bytes));
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

    [TestCase("QUJD*UJD", TestName = "{m}: An alphabet that is not base64 ({a})")]
    [TestCase("QUJD-_==", TestName = "{m}: The alphabet of base64url ({a})")]
    [TestCase("QUJDé+==", TestName = "{m}: A letter that is not ASCII ({a})")]
    [TestCase("QUI", TestName = "{m}: Missing padding ({a})")]
    [TestCase("QQ=", TestName = "{m}: Half of the padding ({a})")]
    [TestCase("Q===", TestName = "{m}: Too much padding ({a})")]
    [TestCase("QQ==QUJD", TestName = "{m}: Padding in the middle ({a})")]
    [TestCase("QUJD QUJ", TestName = "{m}: A space ({a})")]
    [TestCase("QUJD\\tQUJD", TestName = "{m}: A tab ({a})")]
    [TestCase("QUJD\\nQUJ", TestName = "{m}: A line break and missing padding ({a})")]
    [TestCase("QUJD\\u00e9QUJ", TestName = "{m}: An escaped letter ({a})")]
    [TestCase("QQ==\\nQQ==", TestName = "{m}: Padding before a line break ({a})")]
    [TestCase("data:image/png,QUJD", TestName = "{m}: A data URL without base64 ({a})")]
    [TestCase("data:image/png;base64", TestName = "{m}: A data URL without data ({a})")]
    [TestCase("data:;base64,QUJ", TestName = "{m}: A data URL without padding ({a})")]
    [TestCase(" QUJDQUJ", TestName = "{m}: A leading space ({a})")]
    [TestCase("====", TestName = "{m}: Nothing but padding ({a})")]
    public async Task Content_that_is_not_base64_is_refused(string content)
    {
        var answer = await Api.UploadJson($$"""{"fileName":"a.png","content":"{{content}}"}""");

        Assert.That(answer, Is.Problem(400, "invalid-base64"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["content"]));
    }

    [TestCase("QUJD-_==", "the URL-safe alphabet")]
    [TestCase("QUJ", "must be padded")]
    [TestCase("QUJD QUJ", "a space")]
    public async Task What_is_wrong_with_base64_is_said(string content, string said)
    {
        var answer = await Api.UploadJson($$"""{"fileName":"a.png","content":"{{content}}"}""");

        Assert.That(answer.Errors[0].Message, Does.Contain(said));
        Assert.That((string?)answer.Json["detail"], Does.StartWith("content is"));
    }

    [TestCase("\\n", 76, Description = "Android's default, and Python's encodebytes.")]
    [TestCase("\\r\\n", 64)]
    [TestCase("\\u000A", 1)]
    public async Task Base64_may_have_line_breaks(string lineBreak, int width)
    {
        var bytes = SampleImages.OfSize(10_000);
        var lines = Convert.ToBase64String(bytes).Chunk(width).Select(line => new string(line) + lineBreak);

        var answer = await Api.UploadJson($$"""{"fileName":"a.png","content":"{{string.Concat(lines)}}"}""");

        Assert.That(answer, Is.Status(201));
        Assert.That((await Api.Download(answer.Image.Id)).Bytes, Is.Bytes(bytes));
    }

    [TestCase("data:image/png;base64,")]
    [TestCase("DATA:;BASE64,")]
    [TestCase("data:image\\/jpeg;charset=utf-8;base64,\\n")]
    public async Task Content_may_be_a_data_URL(string prefix)
    {
        var bytes = SampleImages.Png();

        var answer = await Api.UploadJson($$"""{"fileName":"a.png","content":"{{prefix}}{{Convert.ToBase64String(bytes)}}"}""");

        Assert.That(answer, Is.Status(201));
        Assert.That((await Api.Download(answer.Image.Id)).Bytes, Is.Bytes(bytes));
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

    [Test]
    public async Task Empty_content_is_an_empty_image()
    {
        var answer = await Api.UploadJson("""{"fileName":"a.png","content":""}""");

        Assert.That(answer, Is.Problem(400, "empty-image"));
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

    [Test]
    public async Task A_body_that_is_not_JSON_says_where_it_breaks()
    {
        var answer = await Api.UploadJson("{\n\"fileName\": }");

        Assert.That(answer, Is.Problem(400, "invalid-json"));
        Assert.That((string?)answer.Json["detail"], Is.EqualTo("The body is not valid JSON in UTF-8: it breaks at line 2, byte 13."));
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
