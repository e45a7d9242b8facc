namespace ImageService.E2E.Variants;

/// <summary>Files that are made to do harm: each is rendered or refused, and the service, which is in the process of the tests, goes on.</summary>
public sealed class HostileImageTests
{
    private static readonly int[] Served = [200, 422];

    private static IEnumerable<string> Samples => SampleImages.All.Select(sample => sample.Name);

    [Test]
    public async Task A_GIF_of_100000_frames_gives_its_first()
    {
        byte[] frame = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
        byte[] gif = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 10, 20, 30, 40, 50, 60, .. Enumerable.Repeat(frame, 100_000).SelectMany(bytes => bytes), 0x3B];

        var answer = await Render(gif);

        Assert.That(Picture.Of(answer).Size, Is.EqualTo((1, 1)));
        Assert.That(await Render(SampleImages.Png()), Is.Status(200), "the next image");
    }

    [Test]
    public async Task An_AVIF_with_an_absurd_grid()
    {
        var avif = SampleImages.Named("grid-640x240.avif").Bytes.ToArray();
        // ImageGrid of ISO/IEC 23008-12, 6.6.2.3: version, flags, rows and columns less one, then 640 × 240.
        var grid = avif.AsSpan().IndexOf<byte>([2, 128, 0, 240]) - 2;
        (avif[grid], avif[grid + 1]) = (255, 255);

        var answer = await Render(avif);

        Assert.That(answer, Is.Problem(422, "image-not-renderable"));
        Assert.That(await Render(SampleImages.Png()), Is.Status(200), "the next image");
    }

    [Test]
    public async Task An_AVIF_whose_header_lies_about_what_follows()
    {
        var avif = SampleImages.Named("plain-640x480.avif").Bytes.ToArray();
        var size = avif.AsSpan().IndexOf("ispe"u8) + 8;
        (avif[size + 2], avif[size + 3], avif[size + 6], avif[size + 7]) = (0, 8, 0, 8);

        var answer = await Render(avif);

        Assert.That(Served, Does.Contain(answer.Status));
        Assert.That(await Render(SampleImages.Png()), Is.Status(200), "the next image");
    }

    [Test]
    public async Task A_file_whose_last_third_is_noise([ValueSource(nameof(Samples))] string name)
    {
        var torn = SampleImages.Named(name).Bytes.ToArray();
        new Random(1).NextBytes(torn.AsSpan(torn.Length * 2 / 3));

        var answer = await Render(torn);

        Assert.That(Served, Does.Contain(answer.Status));
    }

    /// <summary>Renders an image, if the upload takes it.</summary>
    private static async Task<Answer> Render(byte[] bytes)
    {
        var upload = await Api.Upload(bytes);
        return upload.Status == 201 ? await Api.Variant(upload.Image.Id, "width=32&format=png") : upload;
    }
}
