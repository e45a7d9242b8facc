using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Idempotency;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Storage;

/// <summary>
/// The items of the Idempotency-Keys, beside those of the images. One call to DynamoDB a method. A call that the SDK repeats, since the
/// answer was lost, finds its own lease: it is unique to its attempt.
/// </summary>
internal sealed class KeyTable(IAmazonDynamoDB dynamoDb, string tableName, ImageTable images)
{
    /// <summary>Claims a key that is free, or whose last attempt was this request and has not answered; its image id stays then.</summary>
    /// <returns>The key, with this lease or as it stays.</returns>
    public Task<ClaimedKey> ClaimAsync(KeyClaim claim, CancellationToken cancellation) => UpdateAsync(
        "SET imageId = if_not_exists(imageId, :imageId), fingerprint = :fingerprint, lease = :lease, leaseUntil = :leaseUntil, expiresAt = :expiresAt",
        "attribute_not_exists(id) OR (fingerprint = :fingerprint AND attribute_not_exists(answer) AND leaseUntil <= :now AND expiresAt > :seconds)",
        claim,
        new() { [":now"] = ImageItem.N(claim.Now.ToUnixTimeMilliseconds()) },
        cancellation);

    /// <summary>Claims a key that has expired, with another image id.</summary>
    /// <returns>The key, with this lease or as it stays.</returns>
    public Task<ClaimedKey> ReplaceAsync(KeyClaim claim, CancellationToken cancellation) => UpdateAsync(
        "SET imageId = :imageId, fingerprint = :fingerprint, lease = :lease, leaseUntil = :leaseUntil, expiresAt = :expiresAt REMOVE answer",
        "attribute_not_exists(id) OR expiresAt <= :seconds",
        claim,
        [],
        cancellation);

    /// <summary>Writes the item of the image and the answer, both or neither, if the lease still holds.</summary>
    /// <returns>Null; or the key when another attempt has taken over.</returns>
    public async Task<ClaimedKey?> FinishAsync(KeyClaim claim, Image image, string answer, CancellationToken cancellation)
    {
        var finish = new Update
        {
            TableName = tableName,
            Key = KeyItem.Key(claim.KeyId),
            UpdateExpression = "SET answer = :answer",
            ConditionExpression = "lease = :lease AND attribute_not_exists(answer)",
            ExpressionAttributeValues = new() { [":answer"] = ImageItem.S(answer), [":lease"] = ImageItem.S(claim.Lease) },
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        try
        {
            await dynamoDb.TransactWriteItemsAsync(
                new TransactWriteItemsRequest { TransactItems = [images.PutNew(image), new() { Update = finish }] }, cancellation);
            return null;
        }
        catch (TransactionCanceledException exception) when (exception.CancellationReasons is [_, { Item: { Count: > 0 } item }])
        {
            return KeyItem.Read(item);
        }
    }

    private async Task<ClaimedKey> UpdateAsync(
        string update, string condition, KeyClaim claim, Dictionary<string, AttributeValue> values, CancellationToken cancellation)
    {
        values[":imageId"] = ImageItem.S(claim.ImageId.ToString());
        values[":fingerprint"] = ImageItem.S(claim.Fingerprint);
        values[":lease"] = ImageItem.S(claim.Lease);
        values[":leaseUntil"] = ImageItem.N(claim.LeaseUntil.ToUnixTimeMilliseconds());
        values[":expiresAt"] = ImageItem.N(claim.ExpiresAt.ToUnixTimeSeconds());
        values[":seconds"] = ImageItem.N(claim.Now.ToUnixTimeSeconds());
        try
        {
            var answer = await dynamoDb.UpdateItemAsync(
                new UpdateItemRequest
                {
                    TableName = tableName,
                    Key = KeyItem.Key(claim.KeyId),
                    UpdateExpression = update,
                    ConditionExpression = condition,
                    ExpressionAttributeValues = values,
                    ReturnValues = ReturnValue.ALL_NEW,
                    ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
                },
                cancellation);
            return KeyItem.Read(answer.Attributes);
        }
        catch (ConditionalCheckFailedException exception) when (exception.Item is { Count: > 0 } item)
        {
            return KeyItem.Read(item);
        }
    }
}
