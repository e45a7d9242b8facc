using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using EmbeddedAws;
using ImageService.Local;

namespace ImageService.Bench;

/// <summary>What a variant costs, made and read again, in downloads of its original: by the size of the original and the format.</summary>
internal static class VariantCosts
{
    private const int MiB = 1024 * 1024;

    /// <summary>A small one from the web, one of a phone, one of a camera.</summary>
    private static readonly (int Width, int Height)[] Sizes = [(1000, 750), (4000, 3000), (8000, 6000)];

    private static readonly string[] Formats = ["jpeg", "png", "webp", "avif"];

    public static async Task RunAsync(int width)
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        using var api = await ServiceDeployment.DeployAsync(cloud);
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(1) };
        // Once with a small one, for all that is compiled and stays in memory from then on.
        await MeasureAsync(api, http, (100, 75), width, TextWriter.Null);
        foreach (var size in Sizes)
            await MeasureAsync(api, http, size, width, Console.Out);
    }

    private static async Task MeasureAsync(ServiceDeployment api, HttpClient http, (int Width, int Height) size, int width, TextWriter output)
    {
        var id = await UploadAsync(api, http, size);
        var original = new Uri($"{api.ImagesUrl}/{id}?download=true");
        await TimeAsync(http, original);
        var (download, bytes) = await TimeAsync(http, original);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{size.Width} x {size.Height}, a JPEG of {(double)bytes / MiB:0.0} MiB: downloaded in {download.TotalMilliseconds:0} ms"));
        foreach (var format in Formats)
        {
            var variant = new Uri($"{api.ImagesUrl}/{id}/variant?width={width}&format={format}");
            var before = Memory.WorkingSet();
            var (first, length) = (TimeSpan.Zero, 0);
            var peak = await Memory.PeakOfAsync(async () => (first, length) = await TimeAsync(http, variant));
            var (second, _) = await TimeAsync(http, variant);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"  {format,-4} {length / 1024,5} KiB: first {first / download:0.0}, second {second / download:0.00} of a download; memory {Math.Max(0, peak - before) / MiB} MiB more"));
        }
    }

    private static async Task<(TimeSpan Time, int Bytes)> TimeAsync(HttpClient http, Uri url)
    {
        var started = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { { "Accept", "image/*" } } };
        using var answer = await http.SendAsync(request);
        var bytes = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        return (Stopwatch.GetElapsedTime(started), bytes.Length);
    }

    private static async Task<string> UploadAsync(ServiceDeployment api, HttpClient http, (int Width, int Height) size)
    {
        var file = Path.GetTempFileName();
        try
        {
            var bytes = Photo.Jpeg(size.Width, size.Height);
            await File.WriteAllBytesAsync(file, bytes);
            var description = new JsonObject
            {
                ["fileName"] = "photo.jpg",
                ["contentType"] = "image/jpeg",
                ["size"] = bytes.Length,
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            };
            return await PresignedUpload.SendAsync(api, http, description, file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
