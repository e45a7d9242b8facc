using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Expressions;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Writes;

/// <summary>Changes attributes of an item; one that is not there is made.</summary>
internal sealed class UpdateWrite : KeyedWrite
{
    private readonly string? _text;
    private UpdateExpression _update = new([]);

    /// <param name="request">The write.</param>
    /// <param name="isExpressionRequired">UpdateItem can go without, a transaction's Update cannot.</param>
    public UpdateWrite(RequestReader request, bool isExpressionRequired = false)
        : base(request)
    {
        _text = request.Text("UpdateExpression");
        if (isExpressionRequired)
            request.Required("UpdateExpression");
    }

    public IReadOnlyList<DocumentPath> Paths => _update.Paths;

    protected override void ParseWrite()
    {
        Placeholders.Check(_text is not null || HasCondition, "UpdateExpression and ConditionExpression are null");
        ReadKey();
        if (_text is not null)
            _update = UpdateExpression.Parse(_text, Placeholders);
    }

    protected override MapValue CheckedKey(TableDefinition table)
    {
        var key = base.CheckedKey(table);
        return Paths.FirstOrDefault(path => table.Key.Contains(path.Attribute)) is { } ofKey
            ? throw KeyErrors.UpdateOfKey(ofKey.Attribute)
            : key;
    }

    protected override MapValue Apply(TableDefinition table, MapValue? old)
    {
        var updated = _update.Apply(old ?? Key);
        KeyRules.CheckUpdatedIndexKeys(table, updated);
        ItemRules.CheckUpdated(updated);
        return updated;
    }
}
