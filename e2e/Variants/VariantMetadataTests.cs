using System.Text;
using NetVips;

namespace ImageService.E2E.Variants;

/// <summary>Nothing of an image but its pixels leaves with a variant.</summary>
public sealed class VariantMetadataTests
{
    private const string Secret = "secret-position";

    private static readonly string[] Traces = [Secret, "Exif", "EXIF", "http://ns.adobe.com", "8BIM", "ICC", "acsp", "XMP "];

    [Test]
    public async Task Neither_EXIF_nor_XMP_nor_IPTC_nor_a_profile_nor_a_comment([Values("jpeg", "png", "webp", "avif")] string format)
    {
        var image = await Api.UploadImage(Talkative());

        var answer = await Api.Variant(image.Id, $"format={format}");

        var text = Encoding.Latin1.GetString(answer.Bytes);
        Assert.That(answer, Is.Status(200));
        Assert.That(Traces.Where(trace => text.Contains(trace, StringComparison.Ordinal)), Is.Empty);
    }

    /// <summary>A JPEG whose every kind of metadata has the secret.</summary>
    private static byte[] Talkative()
    {
        using var pixels = Image.NewFromBuffer(PngWriter.Write(PngPixels.Squares(32, 2, [[Colors.Red, Colors.Blue]])));
        var jpeg = pixels.JpegsaveBuffer(profile: "p3", keep: Enums.ForeignKeep.Icc);
        // EXIF with the image's description (0x010E) after its one entry.
        byte[] exif = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x0E, 1, 2, 0, (byte)(Secret.Length + 1), 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0, .. Text(Secret), 0];
        return
        [
            .. jpeg[..2],
            .. Segment(0xE1, [.. "Exif\0\0"u8, .. exif]),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Text($"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">{Secret}</x:xmpmeta>")]),
            .. Segment(0xED, [.. "Photoshop 3.0\08BIM"u8, 4, 4, 0, 0, 0, 0, 0, (byte)Secret.Length, .. Text(Secret)]),
            .. Segment(0xFE, Text(Secret)),
            .. jpeg[2..],
        ];
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, 0, (byte)(content.Length + 2), .. content];

    private static byte[] Text(string text) => Encoding.ASCII.GetBytes(text);
}
