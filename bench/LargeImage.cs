using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using EmbeddedAws;
using ImageService.Local;

namespace ImageService.Bench;

/// <summary>
/// Sends a large image up and fetches it again, by presigned URLs, and looks at the memory of this process, which is all there is: client, API
/// and S3.
/// </summary>
internal static class LargeImage
{
    private const int MiB = 1024 * 1024;

    public static async Task RunAsync(int megabytes)
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        using var api = await ServiceDeployment.DeployAsync(cloud);
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
        var file = Path.GetTempFileName();
        try
        {
            // Once with a small one, for all that stays in memory from then on.
            await RoundTripAsync(api, http, file, 5);
            var before = Memory.WorkingSet();
            var seconds = 0.0;
            var peak = await Memory.PeakOfAsync(async () => seconds = await RoundTripAsync(api, http, file, megabytes));
            Console.WriteLine($"{megabytes} MiB up and down, the same bytes, in {seconds:0.0} s");
            Console.WriteLine($"memory: {before / MiB} MiB before, {peak / MiB} MiB at most; {(double)(peak - before) / MiB / megabytes:0.00} of the image");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<double> RoundTripAsync(ServiceDeployment api, HttpClient http, string file, int megabytes)
    {
        var (size, sha256) = await WriteImageAsync(file, megabytes);
        var started = Stopwatch.GetTimestamp();
        var description = new JsonObject { ["fileName"] = "large.gif", ["contentType"] = OnePixel.ContentType, ["size"] = size, ["sha256"] = sha256 };
        var id = await PresignedUpload.SendAsync(api, http, description, file);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"{api.ImagesUrl}/{id}?download=true");
        using var download = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var downloaded = Convert.ToHexStringLower(await SHA256.HashDataAsync(await download.EnsureSuccessStatusCode().Content.ReadAsStreamAsync()));
        return downloaded == sha256 ? Stopwatch.GetElapsedTime(started).TotalSeconds : throw new InvalidDataException("Other bytes came back.");
    }

    /// <summary>One pixel that is followed by random bytes.</summary>
    private static async Task<(long Size, string Sha256)> WriteImageAsync(string path, int megabytes)
    {
        var part = new byte[MiB];
        await using (var file = File.Create(path))
        {
            await file.WriteAsync(OnePixel.Gif);
            for (var i = 0; i < megabytes; i++)
            {
                Random.Shared.NextBytes(part);
                await file.WriteAsync(part);
            }
        }

        await using var written = File.OpenRead(path);
        return (written.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(written)));
    }
}
