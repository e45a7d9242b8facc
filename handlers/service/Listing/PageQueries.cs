using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace ImageService.Handlers.Listing;

/// <summary>Reads the items that a page of a listing is made from: one Query for each partition, all at once.</summary>
internal sealed class PageQueries(IAmazonDynamoDB dynamoDb, string tableName, int shards)
{
    public async Task<QueryResponse[]> SendAsync(ListPlan plan, string? position, CancellationToken cancellation) =>
        await Task.WhenAll(plan.Queries(position, shards).Select(query => dynamoDb.QueryAsync(query.ToRequest(tableName), cancellation)));
}
