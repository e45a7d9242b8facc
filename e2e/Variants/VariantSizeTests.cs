namespace ImageService.E2E.Variants;

/// <summary>How large a variant is, and which part of the image it has.</summary>
public sealed class VariantSizeTests
{
    private static readonly byte[] Stripes = PngWriter.Write(PngPixels.Squares(32, 2, [[Colors.Red, Colors.Green, Colors.Blue]]));

    private static readonly byte[] SubjectAtTheRight = PngWriter.Write(PngPixels.Squares(32, 2, [[Colors.Gray, Colors.Gray, Colors.Red]]));

    [TestCase("", 96, 32)]
    [TestCase("width=32", 32, 11)]
    [TestCase("width=64", 64, 21)]
    [TestCase("height=32", 96, 32)]
    [TestCase("width=64&height=64", 64, 21)]
    [TestCase("width=192", 96, 32)]
    [TestCase("width=2048&height=2048", 96, 32)]
    public async Task Contain_puts_the_whole_picture_into_the_box_and_never_enlarges_it(string query, int width, int height)
    {
        var image = await Api.UploadImage(Stripes);

        var picture = Picture.Of(await Api.Variant(image.Id, $"{query}&format=png"));

        Assert.That(picture.Size, Is.EqualTo((width, height)));
        Assert.That(picture.At(0, 0), Is.EqualTo([255, 0, 0]).Within(3));
        Assert.That(picture.At(width / 2, height / 2), Is.EqualTo([0, 255, 0]).Within(3));
        Assert.That(picture.At(width - 1, height - 1), Is.EqualTo([0, 0, 255]).Within(3));
    }

    [TestCase("width=32&height=32", 32, 32)]
    [TestCase("width=64&height=64", 32, 32)]
    [TestCase("width=1920&height=1080", 57, 32)]
    [TestCase("width=32&height=64", 16, 32)]
    public async Task Cover_fills_the_box_with_the_middle_or_the_largest_box_of_its_ratio_that_there_is(string query, int width, int height)
    {
        var image = await Api.UploadImage(Stripes);

        var picture = Picture.Of(await Api.Variant(image.Id, $"{query}&fit=cover&format=png"));

        Assert.That(picture.Size, Is.EqualTo((width, height)));
        Assert.That(picture.At(width / 2, height / 2), Is.EqualTo([0, 255, 0]).Within(3));
        Assert.That(picture.At((width / 2) - 7, 0), Is.EqualTo([0, 255, 0]).Within(3));
        Assert.That(picture.At((width / 2) + 7, height - 1), Is.EqualTo([0, 255, 0]).Within(3));
    }

    [TestCase("width=32&height=32", 32, 32)]
    [TestCase("width=64&height=32", 64, 32)]
    [TestCase("width=96&height=128", 48, 64)]
    public async Task Cover_makes_a_picture_smaller_that_is_larger_than_its_box_on_both_sides(string query, int width, int height)
    {
        var image = await Api.UploadImage(SampleImages.Png(192, 64));

        var picture = Picture.Of(await Api.Variant(image.Id, $"{query}&fit=cover&format=png"));

        Assert.That(picture.Size, Is.EqualTo((width, height)));
    }

    [TestCase("center", 128, 128, 128)]
    [TestCase("attention", 255, 0, 0)]
    public async Task A_crop_keeps_the_middle_or_what_the_eye_goes_to(string crop, int red, int green, int blue)
    {
        var image = await Api.UploadImage(SubjectAtTheRight);

        var picture = Picture.Of(await Api.Variant(image.Id, $"width=32&height=32&fit=cover&crop={crop}&format=png"));

        Assert.That(picture.Size, Is.EqualTo((32, 32)));
        Assert.That(picture.At(24, 16), Is.EqualTo([red, green, blue]).Within(3));
    }

    [TestCase(1000, 1, "width=32", 32, 1)]
    [TestCase(1, 1000, "width=32&height=32&fit=cover", 1, 1)]
    [TestCase(1, 1, "width=2048&height=32&fit=cover", 1, 1)]
    public async Task No_side_becomes_nothing(int width, int height, string query, int expectedWidth, int expectedHeight)
    {
        var image = await Api.UploadImage(SampleImages.Png(width, height));

        var picture = Picture.Of(await Api.Variant(image.Id, $"{query}&format=png"));

        Assert.That(picture.Size, Is.EqualTo((expectedWidth, expectedHeight)));
    }
}
