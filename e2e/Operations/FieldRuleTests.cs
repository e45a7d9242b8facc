using System.Text.Json.Nodes;
using ImageService.E2E.Clouds;
using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>The limits of fileName and owner: the longest that is taken, and one more. A character is a code point.</summary>
public sealed class FieldRuleTests
{
    [TestCase("a", 255)]
    [TestCase("ß", 255)]
    [TestCase("日", 255)]
    [TestCase("🌅", 225)]
    public async Task The_longest_name_is_taken(string character, int times)
    {
        var name = Repeat(character, times);

        var image = await Api.UploadImage(SampleImages.Png(), fileName: name);

        Assert.That(image.FileName, Is.EqualTo(name));
    }

    [Test]
    public async Task All_that_is_wrong_is_one_sentence_too()
    {
        var answer = await Api.UploadJson("""{"content":"","owner":"","color":1}""");

        Assert.That((string?)answer.Json["detail"], Is.EqualTo(string.Join("; ", answer.Errors.Select(error => $"{error.Field} {error.Message}")) + "."));
        Assert.That(answer.Errors, Has.Count.GreaterThan(1));
    }

    [Test]
    public async Task A_name_that_is_too_long_has_no_other_fault()
    {
        var answer = await Api.Upload(SampleImages.Png(), fileName: new string('/', 256));

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.Errors, Is.EqualTo([("fileName", "has more than 255 characters")]));
    }

    [TestCase("a", 256, "has more than 255 characters")]
    [TestCase("🌅", 226, "has more than 900 bytes in UTF-8")]
    [TestCase("\U0001D160", 100, "has more than 900 bytes in UTF-8", Description = "Each becomes three code points in NFC.")]
    public async Task A_longer_name_is_refused(string character, int times, string message)
    {
        var answer = await Api.Upload(SampleImages.Png(), fileName: Repeat(character, times));

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["fileName"]));
        Assert.That((string?)answer.Json["errors"]![0]!["message"], Is.EqualTo(message));
    }

    [TestCase("../../etc/passwd")]
    [TestCase("C:\\photos\\a.png")]
    [TestCase("line\nbreak.png")]
    [TestCase("nul\0.png")]
    [TestCase("delete\u007f.png")]
    [TestCase("c1\u0085.png")]
    [TestCase("\uFFFE.png", Description = "ICU refuses to normalize it.")]
    [TestCase("\uFDD0.png")]
    [TestCase("\uFDEF.png")]
    [TestCase("\U0001FFFF.png")]
    [TestCase("\uFFFD.png", Description = "It takes the place of bytes that are not UTF-8.")]
    public async Task A_name_that_breaks_a_rule_is_refused(string name)
    {
        var answer = await Api.Upload(SampleImages.Png(), fileName: name);

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Does.Contain("fileName"));
    }

    [TestCase("fileName", "%FF.png")]
    [TestCase("fileName", "%C0%AF.png")]
    [TestCase("owner", "%ED%A0%80")]
    [NotOnLocalStack("Its gateway passes on the bytes of a query that are not UTF-8 as the text %FF.")]
    public async Task A_parameter_that_is_not_UTF_8_is_refused(string name, string escaped)
    {
        var answer = await Api.Send(new RestRequest($"images?{name}={escaped}", Method.Post).AddBody(SampleImages.Png(), (ContentType)"image/png"));

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo([name]));
    }

    [TestCase("..")]
    [TestCase("한국어.png")]
    [TestCase("مرحبا.png")]
    [TestCase("<b>&amp;\"quoted\"'.png")]
    [TestCase("100%25 + 1;a=b,c.png")]
    [TestCase(" leading and trailing ")]
    public async Task Any_other_name_comes_back_as_it_was(string name)
    {
        var image = await Api.UploadImage(SampleImages.Png(), fileName: name);

        var downloaded = await Api.Download(image.Id);

        Assert.That(image.FileName, Is.EqualTo(name));
        Assert.That(downloaded.Header("Content-Disposition"), Does.EndWith($"; filename*=UTF-8''{Uri.EscapeDataString(name)}"));
    }

    [Test]
    public async Task Parameters_that_break_a_rule_are_named_at_once()
    {
        var answer = await Api.Send(new RestRequest("images?owner=a%09b&owner=c&fileName=a%2Fb", Method.Post).AddBody(SampleImages.Png(), (ContentType)"image/png"));

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["fileName", "owner", "owner"]));
    }

    [Test]
    public async Task A_repeated_parameter_is_refused()
    {
        var answer = await Api.Send(new RestRequest("images?owner=a&owner=b", Method.Post).AddBody(SampleImages.Png(), (ContentType)"image/png"));

        Assert.That(answer, Is.Problem(400, "invalid-parameter"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["owner"]));
    }

    [Test]
    public async Task The_longest_owner_is_taken([Values("o", "é", "🌅")] string character)
    {
        var owner = Repeat(character, 128);

        var image = await Api.UploadImage(SampleImages.Png(), owner: owner);

        Assert.That(image.Owner, Is.EqualTo(owner));
    }

    [TestCase("tab\t")]
    [TestCase(null, Description = "129 characters")]
    public async Task An_owner_that_is_too_long_or_has_a_control_character_is_refused(string? owner)
    {
        var answer = await Api.Upload(SampleImages.Png(), owner: owner ?? Repeat("o", 129));

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["owner"]));
    }

    [Test]
    public async Task All_that_is_wrong_is_named_at_once()
    {
        var body = new JsonObject
        {
            ["fileName"] = "a/b.png",
            ["content"] = Convert.ToBase64String(SampleImages.Png()),
            ["owner"] = "",
            ["metadata"] = new JsonObject { ["title"] = Repeat("x", 257) },
        };

        var answer = await Api.UploadJson(body.ToJsonString());

        Assert.That(answer, Is.Problem(400, "invalid-field"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["fileName", "owner", "metadata.title"]));
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
