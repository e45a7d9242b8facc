using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ImageService.Bench.ColdStarts;

/// <summary>A function, and an event that it answers.</summary>
/// <param name="Name">The class without <c>Function</c>.</param>
/// <param name="Event">What it is invoked with.</param>
internal sealed record FunctionCase(string Name, byte[] Event)
{
    /// <summary>Whether it is the one that carries libvips.</summary>
    public bool IsRendering => Name == "RenderImage";

    /// <summary>Assembly, type and method, as Lambda's .NET runtime finds them.</summary>
    public string Handler => IsRendering
        ? $"ImageService.Lambda.Rendering::ImageService.Lambda.Rendering.{Name}Function::HandleAsync"
        : $"ImageService.Lambda::ImageService.Lambda.{Name}Function::HandleAsync";

    /// <summary>All functions of the service.</summary>
    /// <param name="id">An image that is there.</param>
    public static IReadOnlyList<FunctionCase> All(string id)
    {
        var other = Guid.CreateVersion7().ToString();
        var image = new JsonObject { ["fileName"] = "a.gif", ["contentType"] = OnePixel.ContentType, ["content"] = Convert.ToBase64String(OnePixel.Gif) };
        var upload = new JsonObject
        {
            ["fileName"] = "a.gif",
            ["contentType"] = OnePixel.ContentType,
            ["size"] = OnePixel.Gif.Length,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(OnePixel.Gif)),
        };
        return
        [
            new("UploadImage", ProxyEvent.Of("POST", "/images", body: image.ToJsonString())),
            new("ListImages", ProxyEvent.Of("GET", "/images")),
            new("GetImage", ProxyEvent.Of("GET", $"/images/{id}", id)),
            new("UpdateImage", ProxyEvent.Of("PATCH", $"/images/{id}", id, """{"owner":"bench"}""")),
            new("DeleteImage", ProxyEvent.Of("DELETE", $"/images/{other}", other)),
            new("DeleteImages", ProxyEvent.Of("POST", "/images/delete", body: $$"""{"ids":["{{other}}"]}""")),
            new("CreateUpload", ProxyEvent.Of("POST", "/uploads", body: upload.ToJsonString())),
            new("CompleteUpload", ProxyEvent.Of("POST", $"/uploads/{other}/complete", other)),
            new("RenderImage", ProxyEvent.Of("GET", $"/images/{id}/variant", id)),
            new("GetOpenApi", ProxyEvent.Of("GET", "/openapi.json")),
            new("GetGallery", ProxyEvent.Of("GET", "/")),
            new("CollectGarbage", "{}"u8.ToArray()),
        ];
    }
}
