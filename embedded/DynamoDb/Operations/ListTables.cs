using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Lists the names of the tables, in order.</summary>
internal sealed class ListTables(TableStore tables) : IDynamoDbOperation
{
    private const int LargestPage = 100;

    public Task<Answer> RunAsync(RequestReader request)
    {
        var limit = request.Limit("Limit", LargestPage) ?? LargestPage;
        var start = request.ResourceName("ExclusiveStartTableName");
        request.Finish();

        var rest = tables.Names
            .Where(name => start is null || string.CompareOrdinal(name, start) > 0)
            .Order(StringComparer.Ordinal)
            .ToList();
        return Task.FromResult<Answer>(json =>
        {
            json.WriteStartArray("TableNames");
            foreach (var name in rest.Take(limit))
                json.WriteStringValue(name);
            json.WriteEndArray();
            if (rest.Count > limit)
                json.WriteString("LastEvaluatedTableName", rest[limit - 1]);
        });
    }
}
