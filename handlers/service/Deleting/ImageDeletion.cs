using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Deleting;

/// <summary>The one call that deletes an item, or tells why not.</summary>
internal static class ImageDeletion
{
    public static DeleteItemRequest Of(ImageId id, VersionCondition? condition, string tableName)
    {
        var request = new DeleteItemRequest
        {
            TableName = tableName,
            Key = ImageItem.Key(id),
            ConditionExpression = "attribute_exists(#id)",
            ExpressionAttributeNames = new() { ["#id"] = TableSchema.Id.Name },
            ReturnValues = ReturnValue.ALL_OLD,
            // No item comes back where there was none.
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        if (condition?.Versions is { } versions)
        {
            request.ExpressionAttributeNames["#version"] = ImageItem.Version;
            request.ExpressionAttributeValues = versions.Index().ToDictionary(v => $":v{v.Index}", v => ImageItem.N(v.Item));
            request.ConditionExpression += $" AND #version IN ({string.Join(", ", request.ExpressionAttributeValues.Keys)})";
        }

        return request;
    }
}
