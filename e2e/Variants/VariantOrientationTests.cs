using ImageService.E2E.Formats;
using NetVips;

namespace ImageService.E2E.Variants;

/// <summary>A variant is upright, whatever its image says about how it is to be turned.</summary>
public sealed class VariantOrientationTests
{
    private const int Side = 16;

    /// <summary>The six squares as they are stored.</summary>
    private static readonly string[] Stored = ["abc", "def"];

    /// <summary>What each orientation makes of them: the table of EXIF 2.32, section 4.6.4, worked out on paper.</summary>
    private static readonly string[] Upright = ["abc/def", "cba/fed", "fed/cba", "def/abc", "ad/be/cf", "da/eb/fc", "fc/eb/da", "cf/be/ad"];

    private static readonly Dictionary<char, byte[]> Colored = new()
    {
        ['a'] = Colors.Red,
        ['b'] = Colors.Green,
        ['c'] = Colors.Blue,
        ['d'] = Colors.White,
        ['e'] = Colors.Gray,
        ['f'] = Colors.Black,
    };

    private static readonly byte[] Png = PngWriter.Write(PngPixels.Squares(Side, 2, [.. Stored.Select(row => row.Select(letter => Colored[letter]).ToArray())]));

    private static readonly Lazy<byte[]> Jpeg = new(() =>
    {
        using var image = Image.NewFromBuffer(Png);
        return image.JpegsaveBuffer(q: 100, subsampleMode: Enums.ForeignSubsample.Off, keep: Enums.ForeignKeep.None);
    });

    [Test]
    public async Task A_JPEG_is_turned_as_its_orientation_says([Range(1, 8)] int orientation)
    {
        var jpeg = Jpeg.Value;
        var image = await Api.UploadImage([.. jpeg[..2], .. ExifData.Segment(ExifData.Of(orientation)), .. jpeg[2..]]);

        var picture = Picture.Of(await Api.Variant(image.Id, "format=png"));

        AssertSquares(picture, Upright[orientation - 1].Split('/'));
    }

    [Test]
    public async Task A_PNG_is_turned_as_its_orientation_says([Values(3, 6)] int orientation)
    {
        var png = PngWriter.Write(
            PngPixels.Squares(Side, 2, [.. Stored.Select(row => row.Select(letter => Colored[letter]).ToArray())]), ("eXIf", ExifData.Of(orientation)));
        var image = await Api.UploadImage(png);

        var picture = Picture.Of(await Api.Variant(image.Id, "format=png"));

        AssertSquares(picture, Upright[orientation - 1].Split('/'));
    }

    [TestCase("rotated-90x60.avif", 60, 90)]
    [TestCase("exif-101x67.avif", 101, 67)]
    [TestCase("exif-90x60.jpg", 60, 90)]
    public async Task An_image_of_another_tool_is_turned_once(string name, int width, int height)
    {
        var image = await Api.UploadImage(SampleImages.Named(name).Bytes);

        var picture = Picture.Of(await Api.Variant(image.Id, "format=png"));

        Assert.That(picture.Size, Is.EqualTo((width, height)));
    }

    [Test]
    public async Task A_box_is_that_of_the_upright_picture()
    {
        var jpeg = Jpeg.Value;
        var image = await Api.UploadImage([.. jpeg[..2], .. ExifData.Segment(ExifData.Of(6)), .. jpeg[2..]]);

        var contained = Picture.Of(await Api.Variant(image.Id, "height=32&format=png"));
        var covered = Picture.Of(await Api.Variant(image.Id, "width=32&height=32&fit=cover&format=png"));

        // It is 32 × 48 once it is upright.
        Assert.That(contained.Size, Is.EqualTo((21, 32)));
        Assert.That(covered.Size, Is.EqualTo((32, 32)));
    }

    private static void AssertSquares(Picture picture, string[] rows)
    {
        Assert.That(picture.Size, Is.EqualTo((rows[0].Length * Side, rows.Length * Side)));
        foreach (var (y, row) in rows.Index())
        {
            foreach (var (x, letter) in row.Index())
                Assert.That(picture.At((x * Side) + (Side / 2), (y * Side) + (Side / 2))[..3], Is.EqualTo(Colored[letter].Select(sample => (int)sample)).Within(3), $"{letter} at {x}, {y}");
        }
    }
}
