using ImageService.Local.DynamoDb.Storage;
using ImageService.Local.DynamoDb.Tables;
using ImageService.Local.DynamoDb.Wire;

namespace ImageService.Local.DynamoDb.Operations;

/// <summary>Makes a table; it is ACTIVE at once.</summary>
internal sealed class CreateTable(TableStore tables, TimeProvider time) : IOperation
{
    public async Task<Answer> RunAsync(RequestReader request)
    {
        var table = TableReader.Read(request) with { TableId = Guid.NewGuid(), Created = time.GetUtcNow() };
        var created = await tables.CreateAsync(table, request.Json);
        return json => json.WriteTable("TableDescription", created, new TableStatistics(), "ACTIVE");
    }
}
