using System.Text.Json.Nodes;

namespace ImageService.E2E.Operations;

/// <summary>The limits of metadata: the largest that is taken, and one more. A character is a code point.</summary>
public sealed class MetadataRuleTests
{
    [Test]
    public async Task Too_much_of_something_is_told_with_the_limit()
    {
        var tags = string.Join(',', Enumerable.Repeat("\"a\"", 21));
        var attributes = string.Join(',', Enumerable.Range(0, 17).Select(number => $"\"a{number}\":\"b\""));

        var answer = await Api.UploadJson($$"""{"fileName":"a","content":"QUJD","metadata":{"tags":[{{tags}}],"attributes":{ {{attributes}} } } }""");

        Assert.That(answer.Errors, Is.EqualTo([("metadata.tags", "has more than 20 tags"), ("metadata.attributes", "has more than 16 attributes")]));
    }

    [Test]
    public async Task The_largest_metadata_is_taken([Values("x", "日", "🌅")] string character)
    {
        var metadata = LargestMetadata(character);

        var answer = await Upload(metadata);

        Assert.That(answer, Is.Status(201));
        Assert.That(JsonNode.DeepEquals((await Api.Get(answer.Image.Id)).Json["metadata"], metadata));
    }

    [TestCase("title", 257)]
    [TestCase("description", 2049)]
    [TestCase("location", 257)]
    public async Task Text_that_is_one_character_too_long_is_refused(string field, int length)
    {
        var answer = await Upload(new JsonObject { [field] = Repeat("🌅", length) });

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo([$"metadata.{field}"]));
    }

    [TestCase("""{"tags":["a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p","q","r","s","t","u"]}""", "metadata.tags")]
    [TestCase("""{"tags":["a",""]}""", "metadata.tags[1]")]
    [TestCase("""{"tags":["a",null]}""", "metadata.tags[1]")]
    [TestCase("""{"tags":["123456789-123456789-123456789-123456789-123456789-1"]}""", "metadata.tags[0]")]
    [TestCase("""{"attributes":{"":"x"}}""", "metadata.attributes")]
    [TestCase("""{"attributes":{"x":null}}""", "metadata.attributes.x")]
    [TestCase("""{"attributes":{"123456789-123456789-123456789-123456789-123456789-123456789-12345":"x"}}""", "metadata.attributes.123456789-123456789-123456789-123456789-123456789-123456789-12345")]
    public async Task Tags_and_attributes_beyond_their_limits_are_refused(string metadata, string field)
    {
        var answer = await Upload(JsonNode.Parse(metadata)!.AsObject());

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo([field]));
    }

    [Test]
    public async Task A_seventeenth_attribute_and_a_value_that_is_too_long_are_refused()
    {
        var attributes = new JsonObject { ["long"] = Repeat("x", 257) };
        foreach (var i in Enumerable.Range(0, 16))
            attributes[$"a{i}"] = "x";

        var answer = await Upload(new JsonObject { ["attributes"] = attributes });

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["metadata.attributes", "metadata.attributes.long"]));
    }

    [TestCase("{}")]
    [TestCase("""{"tags":[],"attributes":{}}""")]
    [TestCase("""{"title":""}""")]
    [TestCase("""{"attributes":{"empty":""}}""")]
    public async Task Metadata_that_says_nothing_comes_back_as_it_was(string metadata)
    {
        var answer = await Upload(JsonNode.Parse(metadata)!.AsObject());

        Assert.That(answer, Is.Status(201));
        Assert.That((await Api.Get(answer.Image.Id)).Json["metadata"]!.ToJsonString(), Is.EqualTo(metadata));
    }

    private static Task<Answer> Upload(JsonObject metadata) => Api.UploadJson(new JsonObject
    {
        ["fileName"] = "a.png",
        ["content"] = Convert.ToBase64String(SampleImages.Png()),
        ["metadata"] = metadata.DeepClone(),
    }.ToJsonString());

    private static JsonObject LargestMetadata(string character) => new()
    {
        ["title"] = Repeat(character, 256),
        ["description"] = Repeat(character, 2048),
        ["location"] = Repeat(character, 256),
        ["tags"] = new JsonArray([.. Enumerable.Range(0, 20).Select(_ => JsonValue.Create(Repeat(character, 50)))]),
        ["attributes"] = new JsonObject(Enumerable.Range(10, 16).Select(i =>
            KeyValuePair.Create(Repeat(character, 62) + i, (JsonNode?)Repeat(character, 256)))),
    };

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
