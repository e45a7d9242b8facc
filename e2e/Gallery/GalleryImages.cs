using System.Text.Json.Nodes;

namespace ImageService.E2E.Gallery;

/// <summary>Images for the gallery to show.</summary>
internal static class GalleryImages
{
    /// <summary>An owner that no other test has.</summary>
    public static string NewOwner() => $"owner-{Guid.NewGuid():N}";

    /// <summary>Uploads one image after the other, so that their order is known.</summary>
    public static async Task<IReadOnlyList<ImageView>> Upload(string owner, params string[] names)
    {
        var images = new List<ImageView>();
        foreach (var name in names)
            images.Add(await Upload(Api, SampleImages.Png(320, 240), name, [], owner));
        return images;
    }

    /// <summary>Uploads an image with its metadata.</summary>
    public static Task<ImageView> Upload(ApiClient api, byte[] image, string name, JsonObject metadata, string? owner = null)
    {
        var body = new JsonObject { ["fileName"] = name, ["content"] = Convert.ToBase64String(image), ["metadata"] = metadata };
        if (owner is not null)
            body["owner"] = owner;
        return api.UploadJson(body);
    }
}
