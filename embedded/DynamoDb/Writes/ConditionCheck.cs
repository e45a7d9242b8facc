using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Writes;

/// <summary>Leaves an item as it is, which has to fulfil a condition; only a transaction has this.</summary>
internal sealed class ConditionCheck : KeyedWrite
{
    public ConditionCheck(RequestReader request)
        : base(request) => request.Required("ConditionExpression");

    protected override MapValue? Apply(TableDefinition table, MapValue? old) => old;
}
