using System.Globalization;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ImageService.Bench.Throughput;

/// <summary>
/// The least that a server does: Kestrel, which reads a body and answers a constant. For a write, deletes among them, it also writes the body, or else the
/// path, to a file of its own and flushes that to the disk: a server that keeps what it has acknowledged must write and flush too.
/// </summary>
internal sealed class FloorServer : IAsyncDisposable
{
    private static readonly byte[] Object = new byte[100 * 1024];

    /// <summary>Clients compare it with what they read.</summary>
#pragma warning disable CA5351 // It is what S3 has.
    private static readonly string ETag = $"\"{Convert.ToHexStringLower(MD5.HashData(Object))}\"";
#pragma warning restore CA5351

    private static readonly byte[] Nothing = "{}"u8.ToArray();
    private static readonly byte[] Item = Encoding.UTF8.GetBytes($$"""{"Item":{{ItemOf(1)}}}""");
    private static readonly byte[] Items = Encoding.UTF8.GetBytes($$"""{"Count":20,"ScannedCount":20,"Items":[{{string.Join(',', Enumerable.Range(0, 20).Select(ItemOf))}}]}""");

    private readonly WebApplication _application;
    private readonly string _folder;
    private int _written;

    private FloorServer(WebApplication application, string folder) => (_application, _folder) = (application, folder);

    public Uri Endpoint => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<FloorServer> StartAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        var application = builder.Build();
        var server = new FloorServer(application, folder);
        application.Run(server.AnswerAsync);
        await application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream((int)(context.Request.ContentLength ?? 0));
        await context.Request.Body.CopyToAsync(body);
        var operation = context.Request.Headers["X-Amz-Target"].ToString();
        if (context.Request.Method == "PUT" || operation.EndsWith(".PutItem", StringComparison.Ordinal) || operation.EndsWith(".DeleteItem", StringComparison.Ordinal))
            Keep(body.GetBuffer().AsSpan(0, (int)body.Length));
        else if (context.Request.Method == "DELETE")
            Keep(Encoding.UTF8.GetBytes(context.Request.Path));
        if (operation.Length == 0)
            await AnswerS3Async(context);
        else
            await AnswerDynamoDbAsync(context, operation.EndsWith(".GetItem", StringComparison.Ordinal) ? Item : operation.EndsWith(".Query", StringComparison.Ordinal) ? Items : Nothing);
    }

    private static async Task AnswerS3Async(HttpContext context)
    {
        context.Response.Headers.ETag = ETag;
        if (context.Request.Method == "DELETE")
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        else if (context.Request.Method == "GET")
            await WriteAsync(context, Object);
        else
            context.Response.ContentLength = 0;
    }

    private static Task AnswerDynamoDbAsync(HttpContext context, byte[] answer)
    {
        context.Response.ContentType = "application/x-amz-json-1.0";
        context.Response.Headers["x-amz-crc32"] = Crc32.HashToUInt32(answer).ToString(CultureInfo.InvariantCulture);
        return WriteAsync(context, answer);
    }

    private static Task WriteAsync(HttpContext context, byte[] answer)
    {
        context.Response.ContentLength = answer.Length;
        return context.Response.Body.WriteAsync(answer).AsTask();
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(_folder, $"{Interlocked.Increment(ref _written) % 1000}");
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    private static string ItemOf(int number) =>
        $$$"""{"pk":{"S":"partition"},"sk":{"S":"{{{number:0000}}}"},"text":{"S":"{{{new string('x', 500)}}}"},"number":{"N":"{{{number}}}"}}""";
}
