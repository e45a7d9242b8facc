using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Storage;

/// <summary>What the table holds of an Idempotency-Key.</summary>
/// <param name="ImageId">The id of the image, the same in all attempts.</param>
/// <param name="Fingerprint">What the request was.</param>
/// <param name="Lease">The attempt that has the key.</param>
/// <param name="LeaseUntil">When another attempt may take over.</param>
/// <param name="ExpiresAt">When the key is forgotten; DynamoDB removes the item some time later.</param>
/// <param name="Answer">The image as it was answered; null until an attempt succeeds.</param>
internal sealed record KeyItem(
    ImageId ImageId, string Fingerprint, string Lease, DateTimeOffset LeaseUntil, DateTimeOffset ExpiresAt, string? Answer)
{
    public static KeyItem Read(Dictionary<string, AttributeValue> item) => new(
        ImageId.Stored(item["imageId"].S),
        item["fingerprint"].S,
        item["lease"].S,
        DateTimeOffset.FromUnixTimeMilliseconds(ImageItem.Number(item["leaseUntil"])),
        DateTimeOffset.FromUnixTimeSeconds(ImageItem.Number(item[TableSchema.TimeToLive])),
        item.GetValueOrDefault("answer")?.S);
}
