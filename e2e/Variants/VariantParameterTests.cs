using System.Text.Json.Nodes;
using ImageService.Handlers;

namespace ImageService.E2E.Variants;

/// <summary>The query of a variant: everything that could yield another picture than was meant is refused.</summary>
public sealed class VariantParameterTests
{
    private static readonly string Id = $"{Guid.CreateVersion7()}";

    [Test]
    public void The_sizes_are_those_of_the_description()
    {
        var described = JsonNode.Parse(Repository.Read("handlers/openapi.json"))!["components"]!["schemas"]!["VariantSize"]!["enum"]!.AsArray();

        var sizes = Settings.DefaultVariantSizes;

        Assert.That(sizes, Is.EqualTo(described.Select(size => (int)size!)));
    }

    [TestCase("width=300", "width", "must be one of the sizes that there are; next to 300 are 256 and 320")]
    [TestCase("height=1", "height", "must be one of the sizes that there are; next to 1 is 32")]
    [TestCase("width=4000", "width", "must be one of the sizes that there are; next to 4000 is 2048")]
    [TestCase("width=-32", "width", "must be one of 32, 64,")]
    [TestCase("width=32.0", "width", "must be one of 32, 64,")]
    [TestCase("height=99999999999", "height", "must be one of 32, 64,")]
    [TestCase("fit=fill", "fit", "must be contain or cover")]
    [TestCase("fit=cover", "fit", "is cover, which needs both width and height")]
    [TestCase("fit=cover&width=32", "fit", "is cover, which needs both width and height")]
    [TestCase("fit=cover&height=32", "fit", "is cover, which needs both width and height")]
    [TestCase("fit=fill&crop=center", "fit", "must be contain or cover")]
    [TestCase("crop=center", "crop", "is for fit=cover only")]
    [TestCase("fit=contain&crop=attention", "crop", "is for fit=cover only")]
    [TestCase("fit=cover&width=32&height=32&crop=top", "crop", "must be center or attention")]
    [TestCase("format=gif", "format", "must be auto, jpeg, png, webp or avif")]
    [TestCase("quality=81", "quality", "must be 50, 65, 80 or 95")]
    [TestCase("quality=080", "quality", "must be 50, 65, 80 or 95")]
    [TestCase("download=yes", "download", "must be false, true or url")]
    [TestCase("w=32", "w", "is unknown: the parameters are width, height, fit, crop, format, quality, download")]
    [TestCase("width=32&width=32", "width", "must be given once")]
    public async Task What_is_wrong_is_named(string query, string field, string message)
    {
        var answer = await Api.Variant(Id, query);

        Assert.That(answer, Is.Problem(400, "invalid-parameter"));
        Assert.That(answer.ErrorFields, Is.EqualTo([field]));
        Assert.That((string?)answer.Json["errors"]![0]!["message"], Does.StartWith(message));
    }

    [Test]
    public async Task All_that_is_wrong_is_named_at_once()
    {
        var answer = await Api.Variant(Id, "width=33&height=x&fit=stretch&format=heic&quality=1&download=2");

        Assert.That(answer, Is.Problem(400, "invalid-parameter"));
        Assert.That(answer.ErrorFields, Is.EquivalentTo(["width", "height", "fit", "format", "quality", "download"]));
    }

    [TestCase("width=&height=&fit=&crop=&format=&quality=&download=")]
    [TestCase("download=false")]
    [TestCase("download=true")]
    [TestCase("format=png&quality=50")]
    public async Task What_is_left_empty_or_says_the_usual_is_taken(string query)
    {
        var image = await Api.UploadImage(SampleImages.Png());

        var answer = await Api.Variant(image.Id, query);

        Assert.That(answer, Is.Status(200));
    }

    [Test]
    public async Task A_malformed_id_answers_400()
    {
        var answer = await Api.Variant("sunset.jpg");

        Assert.That(answer, Is.Problem(400, "invalid-image-id"));
    }
}
