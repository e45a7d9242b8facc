using System.Text.Json;
using ImageService.Local.DynamoDb.Errors;
using ImageService.Local.DynamoDb.Expressions;
using ImageService.Local.DynamoDb.Storage;
using ImageService.Local.DynamoDb.Tables;
using ImageService.Local.DynamoDb.Values;
using ImageService.Local.DynamoDb.Wire;

namespace ImageService.Local.DynamoDb.Operations;

/// <summary>What PutItem, UpdateItem and DeleteItem share.</summary>
internal sealed class WriteParameters
{
    private const string ConditionParameter = "ConditionExpression";

    private readonly string? _conditionText;
    private readonly bool _showsFailedItem;
    private readonly string? _capacity;
    private Condition? _condition;

    public WriteParameters(RequestReader request)
    {
        TableName = request.TableName();
        Placeholders = new Placeholders(request, withValues: true);
        _conditionText = request.Text(ConditionParameter);
        ReturnValues = request.OneOf("ReturnValues", "ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW") ?? "NONE";
        _showsFailedItem = request.OneOf("ReturnValuesOnConditionCheckFailure", "ALL_OLD", "NONE") == "ALL_OLD";
        _capacity = ConsumedCapacity.Mode(request);
        // Metrics are of item collections, which only tables with local indexes have: there are none to return.
        request.OneOf("ReturnItemCollectionMetrics", "SIZE", "NONE");
    }

    public string TableName { get; }

    public string ReturnValues { get; }

    public Placeholders Placeholders { get; }

    public bool HasCondition => _conditionText is not null;

    /// <summary>PutItem and DeleteItem know only what was there before.</summary>
    public void AllowOnlyOldValues()
    {
        if (ReturnValues is not ("NONE" or "ALL_OLD"))
            throw ReadErrors.ReturnsOnlyOld();
    }

    /// <summary>Parses the condition, which is the last expression to be parsed.</summary>
    public void ParseCondition()
    {
        if (_conditionText is not null)
            _condition = ConditionParser.Parse(ConditionParameter, _conditionText, Placeholders);
        Placeholders.CheckAllUsed();
    }

    /// <summary>Refuses the write where the item that is there fails the condition; a missing item has no attributes.</summary>
    public void CheckCondition(MapValue? old)
    {
        if (_condition?.Holds(old ?? MapValue.Empty) == false)
            throw UpdateErrors.ConditionFailed(_showsFailedItem ? old : null);
    }

    public void WriteCapacity(Utf8JsonWriter json, TableDefinition table, Written written) =>
        ConsumedCapacity.OfWrite(table, written).Write(json, "ConsumedCapacity", _capacity);
}
