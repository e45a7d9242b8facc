using System.Buffers.Binary;
using ImageService.Handlers.Formats;
using static ImageService.E2E.Formats.Boxes;

namespace ImageService.E2E.Formats;

/// <summary>Images of real encoders, read in two parts.</summary>
public sealed class TwoPartSampleTests
{
    private const int Seed = 20261122;

    [TestCaseSource(typeof(SampleImages), nameof(SampleImages.All))]
    public void A_sample_with_its_header_pushed_out_of_the_first_part_keeps_its_size(SampleImage sample)
    {
        var file = PushedBack(sample, SparseFile.Head + 1000);

        var read = file.ReadSize();

        Assert.That(file.Length, Is.GreaterThan(SparseFile.Head));
        Assert.That(read, Is.EqualTo(((ImageSize?)new ImageSize(sample.Width, sample.Height), HasMovableHeader(sample) ? 2 : 1)));
    }

    [TestCaseSource(typeof(SampleImages), nameof(SampleImages.All))]
    public void Wherever_the_first_part_ends_two_parts_tell_what_the_whole_tells(SampleImage sample)
    {
        var file = SparseFile.Of(sample.Bytes);

        var sizes = Enumerable.Range(64, sample.Bytes.Length).Select(head => file.ReadSize(head).Size).ToList();

        Assert.That(sizes, Is.All.EqualTo(new ImageSize(sample.Width, sample.Height)));
    }

    [TestCaseSource(typeof(SampleImages), nameof(SampleImages.All))]
    public void Whatever_is_damaged_two_parts_tell_what_the_whole_tells(SampleImage sample)
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);

        foreach (var damaged in Enumerable.Range(0, 500).Select(_ => Damage.Of(sample.Bytes, random)))
        {
            var whole = Header.Size(damaged);
            var read = SparseFile.Of(damaged).ReadSize(random.Next(64, damaged.Length + 64)).Size;
            Assert.That(read, Is.EqualTo(whole));
        }
    }

    private static bool HasMovableHeader(SampleImage sample) => sample.ContentType is "image/jpeg" or "image/avif" or "image/tiff";

    /// <summary>The sample with its dimensions further in, where its format allows that; otherwise with more at its end.</summary>
    private static SparseFile PushedBack(SampleImage sample, int by)
    {
        var bytes = sample.Bytes;
        switch (sample.ContentType)
        {
            case "image/jpeg":
                return SparseFile.Of(bytes[..2], JpegSegments.Of(by), bytes[2..]);
            case "image/avif":
                var type = BinaryPrimitives.ReadInt32BigEndian(bytes);
                return SparseFile.Of(bytes[..type], Box("free", new byte[by]), bytes[type..]);
            case "image/tiff":
                return PushedTiff(bytes, by);
            default:
                return SparseFile.Of(bytes, new byte[by]);
        }
    }

    /// <summary>A TIFF whose first directory is copied to its end. Where its entries point does not matter: the dimensions are in it.</summary>
    private static SparseFile PushedTiff(byte[] bytes, int by)
    {
        var isBig = bytes[2] + bytes[3] == 43;
        var (at, width) = isBig ? (8, 8) : (4, 4);
        var moved = Hex.Bytes($"{bytes.Length + by:X16}")[^width..];
        var old = BinaryPrimitives.ReadInt64BigEndian([.. new byte[8 - width], .. InOrder(bytes[at..(at + width)])]);
        return SparseFile.Of(bytes[..at], InOrder(moved), bytes[(at + width)..], new byte[by], bytes[(int)old..]);

        byte[] InOrder(byte[] number) => bytes[0] == 'M' ? number : [.. number.Reverse()];
    }
}
