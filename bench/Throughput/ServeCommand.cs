using System.Diagnostics;
using System.Globalization;
using EmbeddedAws;
using ImageService.Local;

namespace ImageService.Bench.Throughput;

/// <summary><c>serve cloud</c> and <c>serve floor</c>: the servers that are measured. They print their endpoint, and what they have used for each line that they read.</summary>
internal static class ServeCommand
{
    public static async Task CloudAsync()
    {
        using var data = new TemporaryFolder();
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = data.Path });
        using var api = await ServiceDeployment.DeployAsync(cloud, new ServiceDeploymentOptions { Log = Console.Error });
        await AnswerAsync(cloud.Endpoint);
        await cloud.StopAsync();
    }

    public static async Task FloorAsync()
    {
        using var data = new TemporaryFolder();
        await using var floor = await FloorServer.StartAsync(data.Path);
        await AnswerAsync(floor.Endpoint);
    }

    private static async Task AnswerAsync(Uri endpoint)
    {
        Console.WriteLine(endpoint);
        using var process = Process.GetCurrentProcess();
        while (await Console.In.ReadLineAsync() is not null)
        {
            process.Refresh();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{process.TotalProcessorTime.TotalMilliseconds} {GC.GetTotalAllocatedBytes()}"));
        }
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("image-service-bench-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
