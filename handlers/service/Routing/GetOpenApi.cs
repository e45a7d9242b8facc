using ImageService.Handlers.Http;

namespace ImageService.Handlers.Routing;

/// <summary><c>GET /openapi.json</c>: the description of the API, byte for byte the file <c>handlers/openapi.json</c>.</summary>
internal static class GetOpenApi
{
    private static readonly Lazy<byte[]> Description = new(Read);

    public static Response Handle() => new(200)
    {
        Headers = { ["Content-Type"] = "application/json" },
        Body = Description.Value,
    };

    private static byte[] Read()
    {
        using var stream = typeof(GetOpenApi).Assembly.GetManifestResourceStream("openapi.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
