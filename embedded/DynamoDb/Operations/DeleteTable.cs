using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Deletes a table and its items; when it answers they are gone.</summary>
internal sealed class DeleteTable(TableStore tables) : IOperation
{
    public async Task<Answer> RunAsync(RequestReader request)
    {
        var name = request.TableName();
        request.Finish();

        var table = tables.Find(name) ?? throw TableErrors.NotFound(name);
        if (table.DeletionProtected)
            throw TableErrors.Protected();
        var last = await tables.DeleteAsync(table);
        return json => json.WriteTable("TableDescription", table, last, "DELETING");
    }
}
