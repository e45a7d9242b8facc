using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ImageService.E2E.Operations;

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

    /// <summary>A TIFF image of 3x5 pixels whose header says that the dimensions stand at an offset, where they do unless its bytes end before.</summary>
    public static byte[] Tiff(int size, int directory)
    {
        var image = new byte[size];
        Random.Shared.NextBytes(image);
        byte[] header = [.. "II*\0"u8, .. BitConverter.GetBytes(directory)];
        byte[] entries = [2, 0, 0, 1, 3, 0, 1, 0, 0, 0, 3, 0, 0, 0, 1, 1, 3, 0, 1, 0, 0, 0, 5, 0, 0, 0];
        header.CopyTo(image, 0);
        if (directory <= size - entries.Length)
            entries.CopyTo(image, directory);
        return image;
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
