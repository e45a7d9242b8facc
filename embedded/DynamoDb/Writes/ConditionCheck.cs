using ImageService.Local.DynamoDb.Tables;
using ImageService.Local.DynamoDb.Values;
using ImageService.Local.DynamoDb.Wire;

namespace ImageService.Local.DynamoDb.Writes;

/// <summary>Leaves an item as it is, which has to fulfil a condition; only a transaction has this.</summary>
internal sealed class ConditionCheck : KeyedWrite
{
    public ConditionCheck(RequestReader request)
        : base(request) => request.Required("ConditionExpression");

    protected override MapValue? Apply(TableDefinition table, MapValue? old) => old;
}
