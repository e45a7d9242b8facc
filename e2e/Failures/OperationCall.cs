using System.Text.Json.Nodes;
using ImageService.E2E.Contract;
using RestSharp;

namespace ImageService.E2E.Failures;

/// <summary>A plain request of an operation.</summary>
/// <param name="Operation">Its name in the description.</param>
/// <param name="AwsCall">The first call to AWS that it makes; null where it makes none.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, with <c>{id}</c>.</param>
public sealed record OperationCall(string Operation, string? AwsCall, Method Method, string Path)
{
    /// <summary>One call of each operation, and one that matches none.</summary>
    public static IReadOnlyList<OperationCall> All { get; } =
    [
        new("uploadImage", "PutObject", Method.Post, "images"),
        new("listImages", "Query", Method.Get, "images"),
        new("getImage", "GetItem", Method.Get, "images/{id}"),
        new("downloadImage", "GetItem", Method.Get, "images/{id}?download=true"),
        new("getDownloadUrl", "GetItem", Method.Get, "images/{id}?download=url"),
        new("updateImage", "GetItem", Method.Patch, "images/{id}"),
        new("deleteImage", "DeleteItem", Method.Delete, "images/{id}"),
        // Of AWS's failures it answers 200, with each image that failed.
        new("deleteImages", null, Method.Post, "images/delete"),
        new("renderImage", "GetItem", Method.Get, "images/{id}/variant"),
        new("createUpload", "PutItem", Method.Post, "uploads"),
        new("completeUpload", "GetItem", Method.Post, "uploads/{id}/complete"),
        new("getOpenApi", null, Method.Get, "openapi.json"),
        new("getGallery", null, Method.Get, ""),
        new("no operation", null, Method.Get, "nothing"),
    ];

    /// <summary>Those that call AWS.</summary>
    public static IEnumerable<OperationCall> OfAws => All.Where(call => call.AwsCall is not null);

    /// <summary>Those that need an API key, where keys are asked for.</summary>
    public static IEnumerable<OperationCall> OfKeys => All.Where(call => call.Operation is not ("getOpenApi" or "getGallery" or Description.NoOperation));

    /// <summary>Sends it; the id is a new one.</summary>
    internal Task<Answer> SendTo(ApiClient api)
    {
        var request = new RestRequest(Path.Replace("{id}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal), Method);
        return api.Send(Operation switch
        {
            "uploadImage" => request.AddBody(SampleImages.Png(), (ContentType)"image/png"),
            "updateImage" => request.AddBody("{}", ContentType.Json),
            "deleteImages" => request.AddBody($$"""{"ids":["{{Guid.CreateVersion7()}}"]}""", ContentType.Json),
            "createUpload" => request.AddBody(
                new JsonObject { ["fileName"] = "a.png", ["contentType"] = "image/png", ["size"] = 1, ["sha256"] = new string('0', 64) }.ToJsonString(), ContentType.Json),
            _ => request,
        });
    }

    /// <summary>The name of the test.</summary>
    public override string ToString() => Operation;
}
