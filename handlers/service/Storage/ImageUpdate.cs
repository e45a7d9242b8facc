using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Storage;

/// <summary>The one call that changes an item, or tells why not. What never changes, such as the shard, is not written.</summary>
internal static class ImageUpdate
{
    private static readonly string[] Changeable =
    [
        ImageItem.FileName, TableSchema.ByFileName.SortKey.Name, TableSchema.ByOwner.PartitionKey.Name,
        ImageItem.Metadata, ImageItem.UpdatedAt, ImageItem.Version,
    ];

    public static UpdateItemRequest To(Image updated, string tableName)
    {
        var item = ImageItem.Of(updated);
        var values = Changeable.Where(item.ContainsKey).ToDictionary(name => $":{name}", name => item[name]);
        var removed = Changeable.Except(item.Keys).Select(name => $"#{name}").ToList();
        return new UpdateItemRequest
        {
            TableName = tableName,
            Key = ImageItem.Key(ImageId.Stored(updated.Id)),
            UpdateExpression = $"SET {string.Join(", ", values.Keys.Select(name => $"#{name[1..]} = {name}"))}"
                + (removed.Count > 0 ? $" REMOVE {string.Join(", ", removed)}" : ""),
            ConditionExpression = $"#{ImageItem.Version} = :read",
            ExpressionAttributeNames = Changeable.ToDictionary(name => $"#{name}"),
            ExpressionAttributeValues = new(values) { [":read"] = ImageItem.N(updated.Version - 1) },
            // No item comes back where there was none.
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
    }

    /// <summary>Whether the item is what was to be written: the SDK tries again where an answer was lost, and finds its own work.</summary>
    public static bool IsDone(Image updated, Dictionary<string, AttributeValue>? item) =>
        item is { Count: > 0 }
        && Json(ImageItem.Read(item)).AsSpan().SequenceEqual(Json(updated));

    private static byte[] Json(Image image) => JsonSerializer.SerializeToUtf8Bytes(image, ServiceJson.Default.Image);
}
