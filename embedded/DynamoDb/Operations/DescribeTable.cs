using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Describes a table; its counts are exact and of now, where AWS's are some hours old.</summary>
internal sealed class DescribeTable(TableStore tables) : IDynamoDbOperation
{
    public Task<Answer> RunAsync(RequestReader request)
    {
        var reference = request.Table();
        request.Finish();

        var table = tables.Require(reference);
        var statistics = tables.Statistics(table);
        return Task.FromResult<Answer>(json => json.WriteTable("Table", table, statistics, "ACTIVE"));
    }
}
