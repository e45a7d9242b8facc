using RestSharp;

namespace ImageService.E2E.Variants;

/// <summary>A variant as it is answered: its format, its headers, and that a client has it.</summary>
public sealed class VariantTests
{
    private static readonly byte[] Opaque = PngWriter.Write(PngPixels.Squares(32, 2, [[Colors.Red, Colors.Blue]]));

    private static readonly byte[] Transparent = PngWriter.Write(PngPixels.Squares(32, 6, [[[255, 0, 0, 255], [255, 0, 0, 0]]]));

    private static readonly byte[] OpaqueWithAlpha = PngWriter.Write(PngPixels.Squares(32, 6, [[[255, 0, 0, 255]]]));

    [TestCase("photo.jpeg", "photo")]
    [TestCase("scan.TIF", "scan")]
    [TestCase("2024.05.06", "2024.05.06")]
    [TestCase(".png", ".png")]
    public async Task Its_name_is_that_of_the_image_with_its_own_extension(string fileName, string stem)
    {
        var image = await Api.UploadImage(Opaque, fileName: fileName);

        var answer = await Api.Variant(image.Id, "format=webp");

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Header("Content-Disposition"), Does.EndWith($"; filename*=UTF-8''{stem}.webp"));
    }

    [TestCase("format=jpeg", "image/jpeg", "jpg")]
    [TestCase("format=png", "image/png", "png")]
    [TestCase("format=webp", "image/webp", "webp")]
    [TestCase("format=avif", "image/avif", "avif")]
    public async Task It_has_the_headers_of_a_download_and_may_be_kept_for_an_hour(string query, string contentType, string extension)
    {
        var image = await Api.UploadImage(Opaque, fileName: "Red & blue.v2.PNG");

        var answer = await Api.Variant(image.Id, query);

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Header("Content-Type"), Is.EqualTo(contentType));
        Assert.That(
            answer.Header("Content-Disposition"),
            Is.EqualTo($"inline; filename=\"Red & blue.v2.{extension}\"; filename*=UTF-8''Red%20%26%20blue.v2.{extension}"));
        Assert.That(answer.Header("ETag"), Does.Match("^\"[^\"]+\"$"));
        Assert.That(answer.Header("Cache-Control"), Is.EqualTo("private, max-age=3600"));
        Assert.That(answer.Header("X-Content-Type-Options"), Is.EqualTo("nosniff"));
        Assert.That(answer.Header("Cross-Origin-Resource-Policy"), Is.EqualTo("cross-origin"));
        Assert.That(answer.Header("Content-Security-Policy"), Does.Contain("sandbox"));
        Assert.That(answer.Header("Accept-Ranges"), Is.Null);
        Assert.That(answer.Header("Vary"), Is.Null);
    }

    [TestCase("image/*", "image/jpeg")]
    [TestCase("image/webp", "image/webp")]
    [TestCase("image/avif, image/WebP;q=0.5, image/*", "image/webp")]
    [TestCase("image/png, image/webp;q=0", "image/jpeg")]
    [TestCase("image/*, image/webp=", "image/jpeg")]
    public async Task Auto_is_WebP_for_those_that_name_it(string accept, string contentType)
    {
        var image = await Api.UploadImage(Opaque);

        var answer = await Api.Variant(image.Id, "width=32", accept);

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Header("Content-Type"), Is.EqualTo(contentType));
        Assert.That(answer.Header("Vary"), Is.EqualTo("Accept"));
    }

    [Test]
    public async Task Auto_is_PNG_for_transparent_pixels_and_JPEG_for_an_opaque_alpha_channel()
    {
        var transparent = await Api.UploadImage(Transparent);
        var opaque = await Api.UploadImage(OpaqueWithAlpha);

        var kept = await Api.Variant(transparent.Id);
        var dropped = await Api.Variant(opaque.Id);

        Assert.That(kept.Header("Content-Type"), Is.EqualTo("image/png"));
        Assert.That(dropped.Header("Content-Type"), Is.EqualTo("image/jpeg"));
        Assert.That(Picture.Of(kept).At(48, 16)[3], Is.Zero);
    }

    [Test]
    public async Task Auto_keeps_what_is_hardly_transparent()
    {
        var image = await Api.UploadImage(PngWriter.Write(PngPixels.Squares(32, 6, [[[255, 0, 0, 255], [255, 0, 0, 254]]])));

        var answer = await Api.Variant(image.Id);

        Assert.That(answer.Header("Content-Type"), Is.EqualTo("image/png"));
        Assert.That(Picture.Of(answer).At(48, 16), Is.EqualTo([255, 0, 0, 254]));
    }

    [Test]
    public async Task A_JPEG_is_progressive_so_that_a_browser_soon_shows_all_of_it()
    {
        var image = await Api.UploadImage(Opaque);

        var answer = await Api.Variant(image.Id, "format=jpeg");

        // The marker SOF2 (ITU-T T.81, table B.1).
        Assert.That(answer.Bytes.AsSpan().IndexOf([(byte)0xFF, (byte)0xC2]), Is.Positive);
    }

    [Test]
    public async Task The_second_answer_has_the_bytes_of_the_first()
    {
        var image = await Api.UploadImage(Opaque);

        var first = await Api.Variant(image.Id, "width=32&format=auto&fit=contain&crop=&quality=80");
        var second = await Api.Variant(image.Id, "quality=80&width=32");

        Assert.That(second.Bytes, Is.Bytes(first.Bytes));
        Assert.That(second.Header("ETag"), Is.EqualTo(first.Header("ETag")));
        Assert.That(second.Header("Content-Type"), Is.EqualTo(first.Header("Content-Type")));
    }

    [TestCase("jpeg")]
    [TestCase("webp")]
    [TestCase("avif")]
    public async Task A_lower_quality_is_smaller(string format)
    {
        var image = await Api.UploadImage(SampleImages.Named("baseline-640x480.jpg").Bytes);

        var high = await Api.Variant(image.Id, $"width=256&format={format}&quality=95");
        var low = await Api.Variant(image.Id, $"width=256&format={format}&quality=50");

        Assert.That(low.Bytes, Has.Length.LessThan(high.Bytes.Length));
    }

    [Test]
    public async Task A_client_that_has_it_is_told_so()
    {
        var image = await Api.UploadImage(Opaque);
        var etag = (await Api.Variant(image.Id)).Header("ETag")!;

        var known = await Api.Variant(image.Id, ifNoneMatch: $"W/{etag}");
        var any = await Api.Variant(image.Id, ifNoneMatch: "*");
        var another = await Api.Variant(image.Id, ifNoneMatch: "\"another\"");

        Assert.That(known, Is.Status(304));
        Assert.That(any, Is.Status(304));
        Assert.That(another, Is.Status(200));
        Assert.That(known.Bytes, Is.Empty);
        Assert.That(known.Header("ETag"), Is.EqualTo(etag));
        Assert.That(known.Header("Vary"), Is.EqualTo("Accept"));
        Assert.That(known.Header("Cache-Control"), Is.EqualTo("private, max-age=3600"));
    }

    [Test]
    public async Task HEAD_makes_it_too()
    {
        var image = await Api.UploadImage(Opaque);

        var head = await Api.Variant(image.Id, "width=32", method: Method.Head);
        var known = await Api.Variant(image.Id, "width=32", ifNoneMatch: head.Header("ETag"));

        Assert.That(head, Is.Status(200));
        Assert.That(head.Bytes, Is.Empty);
        Assert.That(head.Header("Content-Type"), Is.EqualTo("image/jpeg"));
        Assert.That(known, Is.Status(304));
    }

    [Test]
    public async Task A_URL_leads_to_its_bytes_and_no_cache_keeps_it()
    {
        var image = await Api.UploadImage(Opaque, fileName: "sea.png");
        var bytes = (await Api.Variant(image.Id, "width=32&format=webp")).Bytes;

        var answer = await Api.Variant(image.Id, "width=32&download=url", accept: "image/webp");

        using var http = new HttpClient();
        using var download = await http.GetAsync(new Uri((string)answer.Json["downloadUrl"]!));
        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Header("Cache-Control"), Is.EqualTo("no-store"));
        Assert.That(answer.Header("Vary"), Is.EqualTo("Accept"));
        Assert.That((int)download.StatusCode, Is.EqualTo(200));
        Assert.That(await download.Content.ReadAsByteArrayAsync(), Is.Bytes(bytes));
        Assert.That(download.Content.Headers.ContentType?.ToString(), Is.EqualTo("image/webp"));
        Assert.That(download.Content.Headers.GetValues("Content-Disposition").Single(), Does.Contain("filename=\"sea.webp\""));
    }

    [TestCase("animated-300x2.gif")]
    [TestCase("animated-50x40.webp")]
    [TestCase("animated-24x17.png")]
    [TestCase("two-pages-1x1.tiff")]
    public async Task An_animation_gives_its_first_frame(string name)
    {
        var sample = SampleImages.Named(name);
        var image = await Api.UploadImage(sample.Bytes);

        var picture = Picture.Of(await Api.Variant(image.Id, "format=webp"));

        Assert.That(picture.Size, Is.EqualTo((sample.Width, sample.Height)));
    }

    [Test]
    public async Task An_image_has_the_same_version_as_before()
    {
        var image = await Api.UploadImage(Opaque);

        await Api.Variant(image.Id);
        var after = await Api.Get(image.Id);
        var updated = await Api.Update(image.Id, """{"fileName":"b.png"}""", ifMatch: "\"v1\"");

        Assert.That(after.Image, Is.EqualTo(image));
        Assert.That(after.Text, Does.Not.Contain("ariant"));
        Assert.That(updated, Is.Status(200));
    }

    [Test]
    public async Task An_image_that_was_never_there_has_none()
    {
        var answer = await Api.Variant($"{Guid.CreateVersion7()}");

        Assert.That(answer, Is.Problem(404, "image-not-found"));
    }
}
