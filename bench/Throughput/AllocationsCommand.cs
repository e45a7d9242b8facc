using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ImageService.Handlers;
using ImageService.Handlers.Http;
using ImageService.Handlers.Routing;
using ImageService.Handlers.Storage;
using ImageService.Local;

namespace ImageService.Bench.Throughput;

/// <summary>
/// What the service allocates for a request: its code and the AWS SDK, as a function has them. Requests do not come by HTTP, and S3 and DynamoDB are in another
/// process.
/// </summary>
internal sealed class AllocationsCommand(ImageApi api, AwsAccess clients, Settings settings)
{
    private const int Times = 30;
    private const int MB = 1024 * 1024;

    public static Command Make()
    {
        var command = new Command("allocations", "What the service allocates for a request, without the gateway and the cloud.");
        command.SetAction((_, _) => RunAsync());
        return command;
    }

    private static async Task RunAsync()
    {
        await using var cloud = await Server.StartAsync("cloud");
        var settings = ServiceDeployment.SettingsFor(cloud.Endpoint);
        using var clients = new AwsAccess(settings, ServiceDeployment.Credentials, TimeProvider.System);
        await new AllocationsCommand(new ImageApi(settings, clients, TimeProvider.System, _ => { }), clients, settings).MeasureAsync();
    }

    private async Task MeasureAsync()
    {
        var image = BenchImages.OfBytes(3 * MB);
        var json = BenchImages.InJson(image);
        var id = "";
        Console.WriteLine("request                    allocated KB   to the image");
        await PrintAsync("upload 3 MB raw", image.Length, async () => id = await UploadAsync(image, OnePixel.ContentType));
        await PrintAsync("upload 3 MB JSON", image.Length, () => UploadAsync(json, "application/json"));
        await PrintAsync("list 20", null, () => SendAsync(Operation.ListImages, "GET", "/images", query: new() { ["limit"] = ["20"] }));
        var calls = await ServiceCalls.LikeAsync(clients, settings);
        await PrintAsync(ServiceCalls.Query, null, calls.QueryAsync);
        await PrintAsync("get", null, () => SendAsync(Operation.GetImage, "GET", $"/images/{id}", id));
    }

    private static async Task PrintAsync(string name, int? image, Func<Task> send)
    {
        for (var time = 0; time < Times; time++)
            await send();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var time = 0; time < Times; time++)
            await send();
        var allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / Times;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-26} {allocated / 1024.0,12:0}   {(double)allocated / image,12:0.00}").TrimEnd());
    }

    private async Task<string> UploadAsync(byte[] body, string type)
    {
        var answer = await SendAsync(Operation.UploadImage, "POST", "/images", body: body, headers: new(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = [type] });
        return (string)JsonNode.Parse(answer.Body.Span)!["id"]!;
    }

    private async Task<Response> SendAsync(
        Operation operation, string method, string path, string? id = null, byte[]? body = null, Dictionary<string, IReadOnlyList<string>>? query = null, Dictionary<string, IReadOnlyList<string>>? headers = null)
    {
        var response = await api.InvokeAsync(operation, new Request
        {
            Method = method,
            Path = path,
            PathParameters = id is null ? [] : new Dictionary<string, string> { ["id"] = id },
            Query = query ?? [],
            Headers = headers ?? [],
            Body = body,
            Id = "bench",
            RemainingTime = TimeSpan.FromSeconds(28),
        });
        return response.Status < 400 ? response : throw new InvalidOperationException($"{path} was answered with {response.Status}: {Encoding.UTF8.GetString(response.Body.Span)}");
    }
}
