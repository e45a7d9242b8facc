using ImageService.E2E.Clouds;
using RestSharp;

namespace ImageService.E2E.Failures;

/// <summary>What the requests are about whose calls to AWS are counted.</summary>
/// <param name="Api">The API.</param>
/// <param name="Id">An image.</param>
/// <param name="DamagedId">An image without its object.</param>
/// <param name="UploadId">An upload whose bytes are there.</param>
/// <param name="EmptyUploadId">An upload without bytes.</param>
/// <param name="TiffUploadId">An upload of a TIFF that is larger than what is read at once, with its dimensions at the end.</param>
/// <param name="CompletedId">An upload that has become an image.</param>
internal sealed record ImagesToCount(
    ApiClient Api, string Id, string DamagedId, string UploadId, string EmptyUploadId, string TiffUploadId, string CompletedId)
{
    /// <summary>Makes all of it, and an image with the Idempotency-Key <c>used</c>.</summary>
    public static async Task<ImagesToCount> Of(Embedded cloud, byte[] bytes)
    {
        var (api, image) = (cloud.Api, await cloud.Api.UploadImage(SampleImages.Png()));
        var damaged = await api.UploadImage(SampleImages.Png());
        await cloud.Stored.DeleteObject(damaged.Id);
        var (upload, completed) = (await LargeUpload.Put(api, bytes), await LargeUpload.Put(api, bytes));
        await api.CompleteUpload(completed.Id);
        var empty = await LargeUpload.Create(api, bytes);
        var tiff = await LargeUpload.Put(api, SampleImages.Tiff(2_000_000, 1_500_000), "image/tiff");
        await api.Upload(bytes, idempotencyKey: "used");
        return new ImagesToCount(api, image.Id, damaged.Id, upload.Id, empty.Id, tiff.Id, completed.Id);
    }

    /// <summary>A request for the image.</summary>
    public RestRequest Get(string query = "", Method method = Method.Get) => new($"images/{Id}{query}", method);
}
