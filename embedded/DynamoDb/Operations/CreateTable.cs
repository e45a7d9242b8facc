using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Makes a table; it is ACTIVE at once.</summary>
internal sealed class CreateTable(TableStore tables, TimeProvider time) : IDynamoDbOperation
{
    public async Task<Answer> RunAsync(RequestReader request)
    {
        var table = TableReader.Read(request) with { TableId = Guid.NewGuid(), Created = time.GetUtcNow() };
        var created = await tables.CreateAsync(table);
        return json => json.WriteTable("TableDescription", created, new TableStatistics(), "ACTIVE");
    }
}
