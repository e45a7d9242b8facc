using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ImageService.E2E.Client;

/// <summary>The steps of an upload that goes straight to S3.</summary>
internal static class LargeUpload
{
    /// <summary>What a client says of an image before it sends the bytes.</summary>
    public static JsonObject Describe(byte[] image, string contentType = "image/png", string? owner = null)
    {
        var description = new JsonObject
        {
            ["fileName"] = "large.png",
            ["contentType"] = contentType,
            ["size"] = image.Length,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(image)),
        };
        if (owner is not null)
            description["owner"] = owner;
        return description;
    }

    /// <summary>Describes an image, which must be taken.</summary>
    public static async Task<UploadView> Create(ApiClient api, byte[] image, string contentType = "image/png", string? owner = null)
    {
        var answer = await api.CreateUpload(Describe(image, contentType, owner));
        Assert.That(answer, Is.Status(201));
        return answer.Upload;
    }

    /// <summary>Describes an image and sends its bytes, which S3 must take.</summary>
    public static async Task<UploadView> Put(ApiClient api, byte[] image, string contentType = "image/png", string? owner = null)
    {
        var upload = await Create(api, image, contentType, owner);
        Assert.That(await PresignedPut.Send(upload, image), Is.Status(200));
        return upload;
    }
}
