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
        Assert.That((await Api.Download(image.Id)).Bytes, Is.EqualTo(bytes));
        Assert.That((await Api.Get(image.Id)).Text, Is.EqualTo(answer.Text));
    }

    [Test]
    public async Task Escaped_slashes_in_base64_are_slashes()
    {
        var bytes = SampleImages.OfSize(1000);
        var json = Body(bytes).ToJsonString().Replace("/", "\\/", StringComparison.Ordinal);

        var answer = await Api.UploadJson(json);

        Assert.That(answer, Is.Status(201));
        Assert.That((await Api.Download(answer.Image.Id)).Bytes, Is.EqualTo(bytes));
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

    [TestCase("QUJD*UJD", TestName = "An_alphabet_that_is_not_base64({a})")]
    [TestCase("QUJD-_==", TestName = "The_alphabet_of_base64url({a})")]
    [TestCase("QUJDé+==", TestName = "A_letter_that_is_not_ASCII({a})")]
    [TestCase("QUI", TestName = "Missing_padding({a})")]
    [TestCase("QQ=", TestName = "Half_of_the_padding({a})")]
    [TestCase("Q===", TestName = "Too_much_padding({a})")]
    [TestCase("QQ==QUJD", TestName = "Padding_in_the_middle({a})")]
    [TestCase("QUJD QUJ", TestName = "A_space({a})")]
    [TestCase("QUJD\\nQUJD", TestName = "A_line_break({a})")]
    [TestCase("QUJD\\r\\nQQ==", TestName = "A_line_break_of_MIME({a})")]
    [TestCase(" QUJDQUJ", TestName = "A_leading_space({a})")]
    [TestCase("====", TestName = "Nothing_but_padding({a})")]
    public async Task Content_that_is_not_base64_is_refused(string content)
    {
        var answer = await Api.UploadJson($$"""{"fileName":"a.png","content":"{{content}}"}""");

        Assert.That(answer, Is.Problem(400, "invalid-base64"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["content"]));
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
    [TestCase("\"text\"")]
    [TestCase("[[[[[[[[[[[[[[[[")]
    [TestCase("// comment\n{}")]
    public async Task A_body_that_is_no_JSON_object_is_refused(string body)
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
        Assert.That(answer.ErrorFields, Is.EqualTo([field]));
        Assert.That((string?)answer.Json["errors"]![0]!["message"], Is.EqualTo("is of the wrong type"));
    }

    [TestCase("""{"colour":"red"}""", "colour", "is unknown")]
    [TestCase("""{"FileName":"a.png"}""", "FileName", "is unknown")]
    [TestCase("""{"metadata":{"colour":"red"}}""", "metadata.colour", "is unknown")]
    [TestCase("""{"fileName":"a.png","fileName":"b.png"}""", "fileName", "is repeated")]
    [TestCase("""{"metadata":{"title":"a","title":"b"}}""", "metadata.title", "is repeated")]
    [TestCase("""{"metadata":{"attributes":{"a":"1","a":"2"}}}""", "metadata.attributes.a", "is repeated")]
    [TestCase("""{"metadata":{"attributes":{"could not be mapped":5}}}""", "metadata.attributes['could not be mapped']", "is of the wrong type")]
    [TestCase("""{"fileName":"\ud800"}""", "fileName", "is no Unicode text")]
    [TestCase("""{"owner":"\udc00\ud800"}""", "owner", "is no Unicode text")]
    public async Task A_field_that_is_unknown_repeated_or_no_text_is_named(string body, string field, string message)
    {
        var answer = await Api.UploadJson(body);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That((string?)answer.Json["errors"]![0]!["field"], Is.EqualTo(field));
        Assert.That((string?)answer.Json["errors"]![0]!["message"], Is.EqualTo(message));
    }

    [Test]
    public async Task A_body_that_is_no_JSON_says_where_it_breaks()
    {
        var answer = await Api.UploadJson("{\n\"fileName\": }");

        Assert.That(answer, Is.Problem(400, "invalid-json"));
        Assert.That((string?)answer.Json["detail"], Is.EqualTo("The body is no JSON: it breaks in line 2 at byte 13."));
    }

    [TestCase("image/png; x=y")]
    [TestCase("Image/PNG")]
    [TestCase("Application/Octet-Stream")]
    [TestCase("IMAGE/*")]
    [TestCase("")]
    public async Task The_declared_type_is_read_as_a_media_type(string contentType)
    {
        var body = Body(SampleImages.Png());
        body["contentType"] = contentType;

        var answer = await Api.UploadJson(body.ToJsonString());

        Assert.That(answer, Is.Status(201));
    }

    [Test]
    public async Task What_a_client_sent_does_not_make_the_answer_large()
    {
        var name = new string('\u007f', 900_000);

        var unknown = await Api.UploadJson($$"""{"{{name}}":1}""");
        var attribute = await Api.UploadJson("""{"fileName":"a","content":"QUJD","metadata":{"attributes":{"NAME":null}}}""".Replace("NAME", name, StringComparison.Ordinal));
        var type = await Api.UploadJson($$"""{"fileName":"a","content":"{{Convert.ToBase64String(SampleImages.Png())}}","contentType":"{{name}}"}""");

        Assert.That(unknown, Is.Problem(400, "invalid-field"));
        Assert.That(attribute, Is.Problem(400, "invalid-field"));
        Assert.That(type, Is.Problem(415, "content-type-mismatch"));
        Assert.That(new[] { unknown, attribute, type }, Has.All.Matches<Answer>(answer => answer.Bytes.Length < 20_000));
    }

    private static JsonObject Body(byte[] image) => new()
    {
        ["fileName"] = "sunset.png",
        ["content"] = Convert.ToBase64String(image),
    };
}
