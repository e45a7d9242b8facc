using NetVips;

namespace ImageService.E2E.Variants;

/// <summary>A variant is in sRGB: the colors of its image are converted, not dropped.</summary>
public sealed class VariantColorTests
{
    private const int Side = 16;

    [Test]
    public async Task A_wide_gamut_is_converted()
    {
        // Red of sRGB in Display P3, https://www.w3.org/TR/css-color-4/#color-conversion-code: 0.9175 0.2003 0.1387.
        using var pixels = Image.NewFromBuffer(PngWriter.Write(PngPixels.Squares(Side, 2, [[[234, 51, 35]]])));
        var file = pixels.PngsaveBuffer(profile: "p3", keep: Enums.ForeignKeep.Icc);

        var picture = await PngOf(file);

        Assert.That(picture.At(8, 8), Is.EqualTo([255, 0, 0]).Within(4));
    }

    [Test]
    public async Task Sixteen_bits_become_eight()
    {
        var pixel = new byte[] { 0xFF, 0xFF, 0x80, 0x80, 0x00, 0x00 };
        var file = PngWriter.Write(new PngPixels(Side, Side, 16, 2, [.. Enumerable.Repeat(pixel, Side * Side).SelectMany(samples => samples)]));

        var picture = await PngOf(file);

        Assert.That((picture.Samples.Length, picture.At(8, 8)), Is.EqualTo((Side * Side * 3, (int[])[255, 128, 0])));
    }

    [Test]
    public async Task A_palette_is_looked_up()
    {
        var file = PngWriter.Write(
            new PngPixels(Side, Side, 8, 3, [.. Enumerable.Repeat((byte)1, Side * Side)]), ("PLTE", [9, 9, 9, 200, 100, 50]));

        var picture = await PngOf(file);

        Assert.That(picture.At(8, 8), Is.EqualTo([200, 100, 50]));
    }

    [Test]
    public async Task A_transparent_palette_keeps_its_transparency()
    {
        var file = PngWriter.Write(
            new PngPixels(Side, Side, 8, 3, [.. Enumerable.Repeat((byte)1, Side * Side)]), ("PLTE", [9, 9, 9, 200, 100, 50]), ("tRNS", [255, 0]));

        var picture = await PngOf(file);

        Assert.That(picture.At(8, 8)[3], Is.Zero);
    }

    [TestCase(0, 0, 0, 0, 255, 255, 255)]
    [TestCase(0, 255, 255, 0, 237, 28, 36)]
    [TestCase(255, 255, 255, 255, 0, 0, 0)]
    public async Task Inks_become_light(int cyan, int magenta, int yellow, int black, int red, int green, int blue)
    {
        using var none = Image.Black(Side, Side);
        using var inks = (none + new[] { cyan, magenta, yellow, (double)black }).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Cmyk);
        var file = inks.JpegsaveBuffer(q: 100, keep: Enums.ForeignKeep.None);

        var picture = await PngOf(file);

        // What press profiles make of an ink differs by some tenths: libvips takes that of SWOP coated paper.
        Assert.That(picture.At(8, 8), Is.EqualTo([red, green, blue]).Within(45));
    }

    [Test]
    public async Task Gray_stays_gray()
    {
        var file = PngWriter.Write(new PngPixels(Side, Side, 8, 0, [.. Enumerable.Repeat((byte)77, Side * Side)]));

        var picture = await PngOf(file);

        Assert.That(picture.At(8, 8), Is.EqualTo([77, 77, 77]).Within(1));
    }

    [TestCase(0, 255, 255, 255)]
    [TestCase(128, 255, 127, 127)]
    [TestCase(255, 255, 0, 0)]
    public async Task What_is_transparent_becomes_white_in_a_JPEG(byte alpha, int red, int green, int blue)
    {
        var image = await Api.UploadImage(PngWriter.Write(PngPixels.Squares(Side, 6, [[[255, 0, 0, alpha]]])));

        var answer = await Api.Variant(image.Id, "format=jpeg&quality=95");

        Assert.That(answer.Header("Content-Type"), Is.EqualTo("image/jpeg"));
        Assert.That(Picture.Of(answer).At(8, 8), Is.EqualTo([red, green, blue]).Within(alpha == 0 ? 0 : 4));
    }

    [TestCase("format=png")]
    [TestCase("format=webp&quality=95")]
    [TestCase("format=avif&quality=95")]
    [TestCase("format=jpeg&quality=95")]
    public async Task Each_format_has_the_colors_of_the_image(string query)
    {
        var image = await Api.UploadImage(PngWriter.Write(PngPixels.Squares(32, 2, [[[200, 100, 50], [20, 120, 220]]])));

        var picture = Picture.Of(await Api.Variant(image.Id, query));

        Assert.That(picture.At(16, 16)[..3], Is.EqualTo([200, 100, 50]).Within(6));
        Assert.That(picture.At(48, 16)[..3], Is.EqualTo([20, 120, 220]).Within(6));
    }

    private static async Task<Picture> PngOf(byte[] file)
    {
        var image = await Api.UploadImage(file);
        return Picture.Of(await Api.Variant(image.Id, "format=png"));
    }
}
