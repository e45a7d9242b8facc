using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Deleting;

/// <summary>Deletes the item of an image. One call to DynamoDB, which says why not.</summary>
internal sealed class ConditionalDelete(IAmazonDynamoDB dynamoDb, string tableName)
{
    /// <summary>Deletes the item; of several calls at once, one succeeds.</summary>
    /// <returns>Whether the image may have variants.</returns>
    /// <exception cref="ProblemException">404, or 412 when the image is at another version.</exception>
    public async Task<bool> DeleteAsync(ImageId id, VersionCondition? condition, CancellationToken cancellation)
    {
        try
        {
            var answer = await dynamoDb.DeleteItemAsync(ToRequest(id, condition), cancellation);
            return ImageItem.IsMarked(answer.Attributes);
        }
        catch (ConditionalCheckFailedException exception)
        {
            throw exception.Item is { Count: > 0 } ? VersionCondition.Failed(id) : ImageTable.NotFound(id);
        }
    }

    private DeleteItemRequest ToRequest(ImageId id, VersionCondition? condition)
    {
        var request = new DeleteItemRequest
        {
            TableName = tableName,
            Key = ImageItem.Key(id),
            ConditionExpression = "attribute_exists(#id)",
            ExpressionAttributeNames = new() { ["#id"] = TableSchema.Id.Name },
            ReturnValues = ReturnValue.ALL_OLD,
            // It distinguishes a missing item from another version.
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
