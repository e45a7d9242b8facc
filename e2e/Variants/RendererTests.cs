using ImageService.Handlers.Variants;
using ImageService.Rendering;
using NetVips;

namespace ImageService.E2E.Variants;

/// <summary>What no request shows of the renderer.</summary>
public sealed class RendererTests
{
    private static readonly Variant Thumbnail = new(32, null, null, VariantFormat.Png, 80);

    [Test]
    public async Task It_counts_the_pixels_itself()
    {
        using var renderer = new VipsRenderer();

        var failure = await Assert.ThrowsAsync<NotRenderableException>(() => renderer.RenderAsync(SampleImages.Png(10, 11), Thumbnail, 109, default));

        Assert.That(failure!.Message, Is.EqualTo("It has 10 × 11 pixels; variants are made of images of at most 109."));
    }

    /// <summary>libvips reads SVG, and a program that reads SVG may be made to read more.</summary>
    [Test]
    public async Task It_reads_no_format_that_is_not_an_image_of_the_service()
    {
        using var renderer = new VipsRenderer();

        var failure = await Assert.ThrowsAsync<NotRenderableException>(() =>
            renderer.RenderAsync([.. "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>"u8], Thumbnail, 100, default));

        Assert.That(failure!.Message, Does.StartWith("It is of a kind that the renderer does not read"));
    }

    [Test]
    public async Task A_pixel_of_an_AVIF_with_more_than_8_bits_a_sample_counts_twice([Values(8, 10, 12)] int bits)
    {
        using var renderer = new VipsRenderer();
        var most = bits == 8 ? 110 : 220;
        var avif = Avif(10, 11, bits);

        var rendered = await renderer.RenderAsync(avif, Thumbnail, most, default);
        var failure = await Assert.ThrowsAsync<NotRenderableException>(() => renderer.RenderAsync(avif, Thumbnail, most - 1, default));

        Assert.That(rendered.ContentType, Is.EqualTo("image/png"));
        Assert.That(failure!.Message, Is.EqualTo(bits == 8
            ? "It has 10 × 11 pixels; variants are made of images of at most 109."
            : "It has 10 × 11 pixels; variants are made of images of at most 109 if they are AVIF with more than 8 bits a sample."));
    }

    [Test]
    public async Task A_picture_whose_time_is_up_is_given_up_and_the_next_one_is_made()
    {
        using var renderer = new VipsRenderer();
        var large = SampleImages.Png(9000, 9000);
        using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(30));

        var given = await Assert.CatchAsync(() => renderer.RenderAsync(large, Thumbnail, 100_000_000, deadline.Token));
        var next = await renderer.RenderAsync(SampleImages.Png(), Thumbnail, 100_000_000, default);

        Assert.That(given, Is.InstanceOf<OperationCanceledException>());
        Assert.That(next.ContentType, Is.EqualTo("image/png"));
    }

    private static byte[] Avif(int width, int height, int bits)
    {
        using var black = Image.Black(width, height, bands: 3);
        using var picture = bits == 8 ? black.Copy(interpretation: Enums.Interpretation.Srgb) : black.Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Rgb16);
        return picture.HeifsaveBuffer(bitdepth: bits, compression: Enums.ForeignHeifCompression.Av1);
    }
}
