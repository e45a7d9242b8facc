using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html. All of it holds when it answers; an index is built until then.</summary>
internal sealed class UpdateTable(TableStore tables) : IDynamoDbOperation
{
    public async Task<Answer> RunAsync(RequestReader request)
    {
        var reference = request.Table();
        var update = new TableUpdate(request);
        request.Finish();
        update.Check();

        var table = await tables.ChangeAsync(tables.Require(reference), (connection, current) =>
        {
            var changed = update.Apply(current);
            IndexChanges.Store(connection, current, changed);
            return changed;
        });
        var statistics = tables.Statistics(table);
        return json => json.WriteTable("TableDescription", table, statistics, "ACTIVE");
    }
}
