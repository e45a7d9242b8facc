using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Idempotency;

/// <summary>An Idempotency-Key as an item of the table; <see cref="KeyTable"/> writes its attributes one by one.</summary>
internal static class KeyItem
{
    public const string Image = "imageId";
    public const string Fingerprint = "fingerprint";
    public const string Lease = "lease";
    public const string LeaseUntil = "leaseUntil";

    /// <summary>The image as it was answered; missing until an attempt succeeds.</summary>
    public const string Answer = "answer";

    public static Dictionary<string, AttributeValue> Key(string keyId) => new() { [TableSchema.Id.Name] = ImageItem.S(keyId) };

    public static ClaimedKey Read(Dictionary<string, AttributeValue> item) => new(
        ImageId.Stored(item[Image].S),
        item[Fingerprint].S,
        item[Lease].S,
        DateTimeOffset.FromUnixTimeMilliseconds(ImageItem.Number(item[LeaseUntil])),
        DateTimeOffset.FromUnixTimeSeconds(ImageItem.Number(item[TableSchema.TimeToLive])),
        item.GetValueOrDefault(Answer)?.S);
}
