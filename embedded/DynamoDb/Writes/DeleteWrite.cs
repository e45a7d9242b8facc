using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Writes;

/// <summary>Deletes an item; to delete one that does not exist is not an error.</summary>
internal sealed class DeleteWrite(RequestReader request) : KeyedWrite(request)
{
    protected override MapValue? Apply(TableDefinition table, MapValue? old) => null;
}
