using ImageService.Local.DynamoDb.Tables;
using ImageService.Local.DynamoDb.Values;
using ImageService.Local.DynamoDb.Wire;

namespace ImageService.Local.DynamoDb.Writes;

/// <summary>Deletes an item; one that is not there is no error.</summary>
internal sealed class DeleteWrite(RequestReader request) : KeyedWrite(request)
{
    protected override MapValue? Apply(TableDefinition table, MapValue? old) => null;
}
