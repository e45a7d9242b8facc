using ImageService.Handlers.Formats;

namespace ImageService.E2E.Formats;

public sealed class SampleSizeTests
{
    private const int Seed = 20261121;

    /// <summary>Of each sample; 100,000 in all.</summary>
    private const int Mutations = 2600;

    [TestCaseSource(typeof(SampleImages), nameof(SampleImages.All))]
    public void The_header_tells_the_stored_size(SampleImage sample)
    {
        var size = Header.Size(sample.Bytes);

        Assert.That(size, Is.EqualTo(new ImageSize(sample.Width, sample.Height)));
    }

    [TestCaseSource(typeof(SampleImages), nameof(SampleImages.All))]
    public void A_cut_off_image_has_its_size_or_none(SampleImage sample)
    {
        var sizes = Enumerable.Range(0, sample.Bytes.Length + 1).Select(length => Header.Size(sample.Bytes.AsSpan(0, length))).ToList();

        var unread = sizes.TakeWhile(size => size is null).Count();
        Assert.That(unread, Is.InRange(10, sample.Bytes.Length));
        Assert.That(sizes.Skip(unread), Is.All.EqualTo(new ImageSize(sample.Width, sample.Height)));
    }

    [TestCaseSource(typeof(SampleImages), nameof(SampleImages.All))]
    public void A_damaged_image_has_a_possible_header_or_none(SampleImage sample)
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);

        var damaged = Enumerable.Range(0, Mutations).Select(_ => Damage.Of(sample.Bytes, random)).ToList();
        var headers = damaged.Select(bytes => Header.Read(bytes).Header).OfType<ImageHeader>();

        Assert.That(headers, Is.All.Matches<ImageHeader>(header => header is { Size: { Width: > 0, Height: > 0 }, Orientation: null or (>= 2 and <= 8) }));
        Assert.That(() => damaged.ForEach(bytes => OtherFormat.Of(bytes)), Throws.Nothing);
    }

    [TestCaseSource(typeof(SampleImages), nameof(SampleImages.ContentTypes))]
    public void A_generated_image_is_one_of_its_kind(string contentType)
    {
        var image = SampleImages.Unique(contentType);
        var another = SampleImages.Unique(contentType);

        Assert.That(ImageFormat.Detect(image)?.ContentType, Is.EqualTo(contentType));
        Assert.That(Header.Size(image), Is.Not.Null);
        Assert.That(image, Is.Not.EqualTo(another));
    }

    [TestCase(90)]
    [TestCase((4 * 1024 * 1024) + 1)]
    public void A_generated_image_has_the_wanted_length(int length)
    {
        var image = SampleImages.OfSize(length);

        Assert.That(image, Has.Length.EqualTo(length));
        Assert.That(Header.Size(image), Is.EqualTo(new ImageSize(1, 1)));
    }
}
