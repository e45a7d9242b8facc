using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.LargeUploads;

/// <summary>
/// An upload as an item of the table, and back. What an image has too has the same name. None of its attributes is a key of an index,
/// <c>owner</c> included, so that no listing shows it.
/// </summary>
internal static class UploadItem
{
    /// <summary>Set once the upload is an image; also when that is deleted later.</summary>
    public const string Completed = "completed";

    private const string Owner = "imageOwner";

    public static Dictionary<string, AttributeValue> Key(ImageId id) => new() { [TableSchema.Id.Name] = ImageItem.S($"upload#{id}") };

    public static Dictionary<string, AttributeValue> Of(PendingUpload upload, DateTimeOffset expiresAt)
    {
        var item = Key(upload.Id);
        item[ImageItem.FileName] = ImageItem.S(upload.FileName);
        item[ImageItem.ContentType] = ImageItem.S(upload.ContentType);
        item[ImageItem.Size] = ImageItem.N(upload.Size);
        item[ImageItem.Sha256] = ImageItem.S(upload.Sha256);
        item[TableSchema.TimeToLive] = ImageItem.N(expiresAt.ToUnixTimeSeconds());
        if (upload.Owner is { } owner)
            item[Owner] = ImageItem.S(owner);
        if (upload.Metadata is { } metadata)
            item[ImageItem.Metadata] = MetadataItem.Of(metadata);
        return item;
    }

    public static PendingUpload Read(ImageId id, Dictionary<string, AttributeValue> item) => new(
        id,
        item[ImageItem.FileName].S,
        item[ImageItem.ContentType].S,
        ImageItem.Number(item[ImageItem.Size]),
        item[ImageItem.Sha256].S,
        item.GetValueOrDefault(Owner)?.S,
        item.GetValueOrDefault(ImageItem.Metadata) is { } metadata ? MetadataItem.Read(metadata) : null)
    {
        IsCompleted = item.ContainsKey(Completed),
    };
}
