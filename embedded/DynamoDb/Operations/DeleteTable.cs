using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Deletes a table and its items; they are gone when it answers.</summary>
internal sealed class DeleteTable(TableStore tables) : IDynamoDbOperation
{
    public async Task<Answer> RunAsync(RequestReader request)
    {
        var reference = request.Table();
        request.Finish();

        var table = tables.Require(reference);
        if (table.DeletionProtected)
            throw TableErrors.Protected();
        var last = await tables.DeleteAsync(table);
        return json => json.WriteTable("TableDescription", table, last, "DELETING");
    }
}
