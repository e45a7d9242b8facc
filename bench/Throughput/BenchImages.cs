using System.Globalization;
using System.Text;
using ImageService.Handlers;

namespace ImageService.Bench.Throughput;

/// <summary>The images that are sent.</summary>
internal static class BenchImages
{
    private static readonly int[] Qualities = [50, 65, 80, 95];

    /// <summary>One pixel that is followed by random bytes.</summary>
    /// <param name="size">How many bytes there are.</param>
    public static byte[] OfBytes(int size)
    {
        var image = new byte[size];
        Random.Shared.NextBytes(image);
        OnePixel.Gif.CopyTo(image, 0);
        return image;
    }

    /// <summary>The body of an upload in JSON.</summary>
    public static byte[] InJson(byte[] image) => Encoding.ASCII.GetBytes($$"""{"fileName":"bench.gif","content":"{{Convert.ToBase64String(image)}}"}""");

    /// <summary>The parameters of a variant that the next thousand numbers do not have.</summary>
    public static string Variant(int number)
    {
        var sizes = Settings.DefaultVariantSizes;
        var (width, rest) = (sizes[number % sizes.Count], number / sizes.Count);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"width={width}&height={sizes[rest % sizes.Count]}&fit=cover&quality={Qualities[rest / sizes.Count % Qualities.Length]}&format=jpeg");
    }
}
