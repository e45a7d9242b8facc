using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Updating;

/// <summary>The one call that changes an item, or tells why not. What never changes, such as the shard, is not written.</summary>
/// <param name="updated">The image as it will be.</param>
/// <param name="tableName">The table.</param>
internal sealed class ImageUpdate(Image updated, string tableName)
{
    /// <summary>
    /// An item shows whose its last changes are: two clients may write the same within one millisecond, and only one of them did; and by the time that the SDK
    /// tries again, others may have changed the image further.
    /// </summary>
    private const int Remembered = 4;

    private static readonly string[] Changeable =
    [
        ImageItem.FileName, TableSchema.ByFileName.SortKey.Name, TableSchema.ByOwner.PartitionKey.Name,
        ImageItem.Metadata, ImageItem.UpdatedAt, ImageItem.Version,
    ];

    private readonly string _id = Convert.ToBase64String(RandomNumberGenerator.GetBytes(9));

    private readonly string _idName = $"update{updated.Version % Remembered}";

    public UpdateItemRequest ToRequest()
    {
        var item = ImageItem.Of(updated);
        var values = Changeable.Where(item.ContainsKey).ToDictionary(name => $":{name}", name => item[name]);
        var removed = Changeable.Except(item.Keys).Select(name => $"#{name}").ToList();
        return new UpdateItemRequest
        {
            TableName = tableName,
            Key = ImageItem.Key(ImageId.Stored(updated.Id)),
            UpdateExpression = $"SET {_idName} = :id, {string.Join(", ", values.Keys.Select(name => $"#{name[1..]} = {name}"))}"
                + (removed.Count > 0 ? $" REMOVE {string.Join(", ", removed)}" : ""),
            ConditionExpression = $"#{ImageItem.Version} = :read",
            ExpressionAttributeNames = Changeable.ToDictionary(name => $"#{name}"),
            ExpressionAttributeValues = new(values) { [":id"] = ImageItem.S(_id), [":read"] = ImageItem.N(updated.Version - 1) },
            // No item comes back where there was none.
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
    }

    /// <summary>Whether this is among the changes of the item: the SDK tries again where an answer was lost, and finds its own work.</summary>
    public bool IsDone(Dictionary<string, AttributeValue>? item) => item?.GetValueOrDefault(_idName)?.S == _id;
}
