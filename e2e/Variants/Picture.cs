using NetVips;

namespace ImageService.E2E.Variants;

/// <summary>The pixels of a picture.</summary>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
/// <param name="Bands">How many samples a pixel has.</param>
/// <param name="Samples">The samples, row by row.</param>
internal sealed record Picture(int Width, int Height, int Bands, byte[] Samples)
{
    /// <summary>The width and the height.</summary>
    public (int Width, int Height) Size => (Width, Height);

    /// <summary>Decodes a file.</summary>
    public static Picture Of(byte[] file)
    {
        using var image = Image.NewFromBuffer(file);
        return new Picture(image.Width, image.Height, image.Bands, image.WriteToMemory<byte>());
    }

    /// <summary>Decodes the picture that an answer has.</summary>
    public static Picture Of(Answer answer)
    {
        Assert.That(answer, Is.Status(200));
        return Of(answer.Bytes);
    }

    /// <summary>The samples of a pixel.</summary>
    public int[] At(int x, int y) => [.. Samples.AsSpan(((y * Width) + x) * Bands, Bands).ToArray().Select(sample => (int)sample)];
}
