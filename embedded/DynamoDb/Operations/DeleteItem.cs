using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Wire;
using EmbeddedAws.DynamoDb.Writes;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Deletes an item if its condition holds; one that is missing is not an error.</summary>
internal sealed class DeleteItem(TableStore tables, ItemStore items) : IDynamoDbOperation
{
    public async Task<Answer> RunAsync(RequestReader request)
    {
        var returns = new WriteReturns(request);
        var write = new DeleteWrite(request);
        request.Finish();

        returns.AllowOnlyOldValues();
        write.Parse();
        write.Resolve(tables.Get(write.TableName));

        var written = await items.WriteAsync(write.Change);
        return answer => returns.Write(answer, write, written, returns.Values == "ALL_OLD" ? written.Old : null);
    }
}
