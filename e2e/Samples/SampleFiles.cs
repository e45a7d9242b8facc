using System.Globalization;

namespace ImageService.E2E;

/// <summary>The files in <c>images</c>: each is named <c>variant-WIDTHxHEIGHT.extension</c>.</summary>
internal static class SampleFiles
{
    private const string Prefix = "images/";

    public static IReadOnlyList<SampleImage> Load() =>
    [
        .. typeof(SampleFiles).Assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Load),
    ];

    private static SampleImage Load(string resource)
    {
        var name = resource[Prefix.Length..];
        var size = Path.GetFileNameWithoutExtension(name).Split('-')[^1].Split('x');
        return new SampleImage(name, Read(resource), ContentType(name), Number(size[0]), Number(size[1]));
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(SampleFiles).Assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".jpg" => "image/jpeg",
        var extension => "image/" + extension[1..],
    };

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
