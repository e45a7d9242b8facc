using EmbeddedAws.Host;
using ImageService.E2E.Clouds;

namespace ImageService.E2E.Failures;

/// <summary>An embedded cloud with an image, and with an upload whose bytes are there: each operation has something to work on.</summary>
internal sealed class CloudWithOneImage : IAsyncDisposable
{
    private readonly Embedded _cloud;
    private readonly string _uploadId;

    private CloudWithOneImage(Embedded cloud, string imageId, string uploadId)
    {
        _cloud = cloud;
        ImageId = imageId;
        _uploadId = uploadId;
    }

    /// <summary>The image.</summary>
    public string ImageId { get; }

    /// <summary>The counters and faults of S3 and DynamoDB.</summary>
    public AwsCalls Calls => _cloud.Calls;

    /// <summary>What is in bucket and table.</summary>
    public StoredData Stored => _cloud.Stored;

    public static async Task<CloudWithOneImage> StartAsync() => await FillAsync(await Embedded.StartAsync());

    /// <inheritdoc cref="Embedded.StartWithStoppedClockAsync"/>
    public static async Task<CloudWithOneImage> StartWithStoppedClockAsync() => await FillAsync(await Embedded.StartWithStoppedClockAsync());

    /// <inheritdoc cref="Embedded.PassDeadlineAsync"/>
    public Task PassDeadlineAsync(AwsFault.Hold held) => _cloud.PassDeadlineAsync(held);

    /// <summary>Calls an operation, by its name in the description.</summary>
    public Task<Answer> Call(string operation) => operation switch
    {
        "uploadImage" => _cloud.Api.Upload(SampleImages.Png()),
        "uploadImage with a key" => _cloud.Api.Upload(SampleImages.Png(), idempotencyKey: "key-1"),
        "listImages" => _cloud.Api.List(),
        "getImage" => _cloud.Api.Get(ImageId),
        "downloadImage" => _cloud.Api.Download(ImageId),
        "getDownloadUrl" => _cloud.Api.DownloadUrl(ImageId),
        "updateImage" => _cloud.Api.Update(ImageId, """{"fileName":"renamed.png"}"""),
        "deleteImage" => _cloud.Api.Delete(ImageId),
        "renderImage" => _cloud.Api.Variant(ImageId, "width=32"),
        "createUpload" => _cloud.Api.CreateUpload(LargeUpload.Describe(SampleImages.Png())),
        "completeUpload" => _cloud.Api.CompleteUpload(_uploadId),
        _ => throw new ArgumentException($"{operation} is not an operation.", nameof(operation)),
    };

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    private static async Task<CloudWithOneImage> FillAsync(Embedded cloud)
    {
        var image = await cloud.Api.UploadImage(SampleImages.Png());
        var upload = await LargeUpload.Put(cloud.Api, SampleImages.Png());
        return new CloudWithOneImage(cloud, image.Id, upload.Id);
    }
}
