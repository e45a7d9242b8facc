using ImageService.E2E.Clouds;
using ImageService.Local;

namespace ImageService.E2E.Variants;

/// <summary>Images without variants: the answer has the reason.</summary>
public sealed class NotRenderableTests
{
    [TestCase("info-30x20.bmp", "BMP images have no variants.")]
    [TestCase("animated-50x40.avif", "such as an animated AVIF")]
    public async Task A_format_that_libvips_does_not_read_is_not_renderable(string name, string reason)
    {
        var image = await Api.UploadImage(SampleImages.Named(name).Bytes);

        var answer = await Api.Variant(image.Id);

        Assert.That(answer, Is.Problem(422, "image-not-renderable"));
        Assert.That((string?)answer.Json["detail"], Does.Contain(reason));
    }

    [TestCase("baseline-640x480.jpg")]
    [TestCase("rgb-640x480.png")]
    [TestCase("still-101x67.gif")]
    public async Task Pixels_that_end_early_are_not_renderable(string name)
    {
        var bytes = SampleImages.Named(name).Bytes;
        var image = await Api.UploadImage(bytes[..(bytes.Length * 6 / 10)]);

        var answer = await Api.Variant(image.Id);

        Assert.That(answer, Is.Problem(422, "image-not-renderable"));
        Assert.That((string?)answer.Json["detail"], Does.Contain("Its pixels cannot be read"));
    }

    [TestCase("plain-640x480.avif", 300, 100)]
    [TestCase("lzw-320x201.tiff", 400, 1000)]
    public async Task Pixels_that_are_overwritten_are_not_renderable(string name, int from, int length)
    {
        var bytes = SampleImages.Named(name).Bytes.ToArray();
        bytes.AsSpan(from, length).Clear();
        var image = await Api.UploadImage(bytes);

        var answer = await Api.Variant(image.Id);

        Assert.That(answer, Is.Problem(422, "image-not-renderable"));
        Assert.That((string?)answer.Json["detail"], Does.Contain("Its pixels cannot be read"));
    }

    [Test]
    public async Task More_pixels_than_are_decoded_are_not_renderable()
    {
        // A bomb: its 60,000 × 60,000 pixels would be 450 MB even at one bit each. Nothing of it is read.
        var bomb = PngWriter.Write(new PngPixels(60_000, 60_000, 1, 0, new byte[60_000]));
        var image = await Api.UploadImage(bomb);

        var answer = await Api.Variant(image.Id, "width=32");

        Assert.That(bomb, Has.Length.LessThan(500_000));
        Assert.That(answer, Is.Problem(422, "image-not-renderable"));
        Assert.That((string?)answer.Json["detail"], Does.Contain("It has 60000 × 60000 pixels; variants are made of images of at most 100000000."));
    }

    [Test]
    [NotOnLocalStack("It starts a cloud with another limit.")]
    public async Task The_limit_is_a_setting_and_no_byte_of_an_image_above_it_is_read()
    {
        await using var cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { VariantMaxPixels = 100 });
        var within = await cloud.Api.UploadImage(SampleImages.Png(10, 10));
        var above = await cloud.Api.UploadImage(SampleImages.Png(10, 11));

        var rendered = await cloud.Api.Variant(within.Id);
        var reads = cloud.Calls.Count("GetObject");
        var refused = await cloud.Api.Variant(above.Id);

        Assert.That(rendered, Is.Status(200));
        Assert.That(refused, Is.Problem(422, "image-not-renderable"));
        Assert.That(cloud.Calls.Count("GetObject"), Is.EqualTo(reads));
    }

    [Test]
    [NotOnLocalStack("It starts a cloud with another limit.")]
    public async Task So_is_the_limit_of_bytes()
    {
        await using var cloud = await Embedded.StartAsync(apiOptions: new ServiceDeploymentOptions { VariantMaxBytes = 1000 });
        var within = await cloud.Api.UploadImage(SampleImages.OfSize(1000));
        var above = await cloud.Api.UploadImage(SampleImages.OfSize(1001));

        var rendered = await cloud.Api.Variant(within.Id);
        var reads = cloud.Calls.Count("GetObject");
        var refused = await cloud.Api.Variant(above.Id);

        Assert.That(rendered, Is.Status(200));
        Assert.That(refused, Is.Problem(422, "image-not-renderable"));
        Assert.That((string?)refused.Json["detail"], Is.EqualTo($"There are no variants of the image {above.Id}. It has 1001 bytes; variants are made of images of at most 1000."));
        Assert.That(cloud.Calls.Count("GetObject"), Is.EqualTo(reads));
    }

    [TestCase("webp", 16383)]
    [TestCase("avif", 16384)]
    [TestCase("jpeg", 65500)]
    public async Task The_longest_side_that_the_format_has(string format, int longest)
    {
        var (within, above) = (await Api.UploadImage(SampleImages.Png(longest, 1)), await Api.UploadImage(SampleImages.Png(1, longest + 1)));

        var picture = Picture.Of(await Api.Variant(within.Id, $"format={format}"));
        var refused = await Api.Variant(above.Id, $"format={format}");

        Assert.That(picture.Size, Is.EqualTo((longest, 1)));
        Assert.That(refused, Is.Problem(422, "image-not-renderable"));
        Assert.That((string?)refused.Json["detail"], Does.Contain($"1 × {longest + 1} pixels, and image/{format} has at most {longest} on a side."));
    }

    [Test]
    public async Task A_side_that_the_format_does_not_have()
    {
        var image = await Api.UploadImage(SampleImages.Png(20_000, 1));

        var webp = await Api.Variant(image.Id, "format=webp");
        var png = await Api.Variant(image.Id, "format=png");

        Assert.That(webp, Is.Problem(422, "image-not-renderable"));
        Assert.That((string?)webp.Json["detail"], Does.Contain("20000 × 1 pixels, and image/webp has at most 16383 on a side. Ask for a width and a height."));
        Assert.That(png, Is.Status(200));
    }
}
