using ImageService.Local.DynamoDb.Errors;
using ImageService.Local.DynamoDb.Storage;
using ImageService.Local.DynamoDb.Tables;
using ImageService.Local.DynamoDb.Wire;

namespace ImageService.Local.DynamoDb.Operations;

/// <summary>Deletes a table and its items; they are gone when it answers.</summary>
internal sealed class DeleteTable(TableStore tables) : IOperation
{
    public async Task<Answer> RunAsync(RequestReader request)
    {
        var reference = request.Table();
        request.Finish();

        var table = tables.Find(reference) ?? throw TableErrors.NotFound(reference.Given);
        if (table.DeletionProtected)
            throw TableErrors.Protected();
        var last = await tables.DeleteAsync(table);
        return json => json.WriteTable("TableDescription", table, last, "DELETING");
    }
}
