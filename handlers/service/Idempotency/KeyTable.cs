using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Idempotency;

/// <summary>
/// The items of the Idempotency-Keys, in the table of the images. Each method is one call to DynamoDB. A call that the SDK repeats, since the
/// answer was lost, finds its own lease: it is unique to its attempt.
/// </summary>
internal sealed class KeyTable(IAmazonDynamoDB dynamoDb, string tableName, ImageTable images)
{
    private const string Claim =
        $"{KeyItem.Fingerprint} = :fingerprint, {KeyItem.Lease} = :lease, {KeyItem.LeaseUntil} = :leaseUntil, {TableSchema.TimeToLive} = :expiresAt";

    /// <summary>The same request had the key, and has ended without an answer.</summary>
    private const string IsAbandoned =
        $"{KeyItem.Fingerprint} = :fingerprint AND attribute_not_exists({KeyItem.Answer}) AND {KeyItem.LeaseUntil} <= :now";

    /// <summary>
    /// Claims a key that is free, or whose last attempt was this request and has not answered. Its image id stays then, and must be young
    /// enough for that.
    /// </summary>
    /// <returns>The key, with this lease or as it is.</returns>
    public Task<ClaimedKey> ClaimAsync(KeyClaim claim, CancellationToken cancellation) => UpdateAsync(
        $"SET {KeyItem.Image} = if_not_exists({KeyItem.Image}, :image), {Claim}",
        $"{TableSchema.IsNew} OR ({IsAbandoned} AND {TableSchema.TimeToLive} > :seconds AND {KeyItem.Image} >= :oldest)",
        claim,
        new() { [":now"] = Now(claim), [":oldest"] = ImageItem.S(claim.OldestImage) },
        cancellation);

    /// <summary>Claims a key with another image id: it has expired, or an attempt that has not answered is to go on with a new one.</summary>
    /// <returns>The key, with this lease or as it is.</returns>
    public Task<ClaimedKey> ReplaceAsync(KeyClaim claim, CancellationToken cancellation) => UpdateAsync(
        $"SET {KeyItem.Image} = :image, {Claim} REMOVE {KeyItem.Answer}",
        $"{TableSchema.IsNew} OR {TableSchema.TimeToLive} <= :seconds OR ({IsAbandoned})",
        claim,
        new() { [":now"] = Now(claim) },
        cancellation);

    /// <summary>Writes the item of the image and the answer, both or neither, if the lease still holds.</summary>
    /// <returns>Null; or the key when another attempt has taken over.</returns>
    public async Task<ClaimedKey?> FinishAsync(KeyClaim claim, Image image, string answer, CancellationToken cancellation)
    {
        var finish = new Update
        {
            TableName = tableName,
            Key = KeyItem.Key(claim.KeyId),
            UpdateExpression = $"SET {KeyItem.Answer} = :answer",
            ConditionExpression = $"{KeyItem.Lease} = :lease AND attribute_not_exists({KeyItem.Answer})",
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

    private static AttributeValue Now(KeyClaim claim) => ImageItem.N(claim.Now.ToUnixTimeMilliseconds());

    private async Task<ClaimedKey> UpdateAsync(
        string update, string condition, KeyClaim claim, Dictionary<string, AttributeValue> values, CancellationToken cancellation)
    {
        values[":image"] = ImageItem.S(claim.ImageId.ToString());
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
