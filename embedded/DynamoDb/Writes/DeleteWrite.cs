using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Writes;

/// <summary>Deletes an item; one that is missing is not an error.</summary>
internal sealed class DeleteWrite(RequestReader request) : KeyedWrite(request)
{
    protected override MapValue? Apply(TableDefinition table, MapValue? old) => null;
}
