using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Idempotency;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Storage;

/// <summary>An Idempotency-Key as an item of the table; <see cref="KeyTable"/> writes its attributes one by one.</summary>
internal static class KeyItem
{
    public static Dictionary<string, AttributeValue> Key(string keyId) => new() { [TableSchema.Id.Name] = ImageItem.S(keyId) };

    public static ClaimedKey Read(Dictionary<string, AttributeValue> item) => new(
        ImageId.Stored(item["imageId"].S),
        item["fingerprint"].S,
        item["lease"].S,
        DateTimeOffset.FromUnixTimeMilliseconds(ImageItem.Number(item["leaseUntil"])),
        DateTimeOffset.FromUnixTimeSeconds(ImageItem.Number(item[TableSchema.TimeToLive])),
        item.GetValueOrDefault("answer")?.S);
}
