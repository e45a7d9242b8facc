using System.Text.Json;
using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;
using EmbeddedAws.DynamoDb.Writes;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>What PutItem, UpdateItem and DeleteItem are asked to answer.</summary>
internal sealed class WriteReturns
{
    private readonly string? _capacity;

    public WriteReturns(RequestReader request)
    {
        Values = request.OneOf("ReturnValues", "ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW") ?? "NONE";
        _capacity = ConsumedCapacity.Mode(request);
        // Only tables with local indexes have item collections, which are not supported: there are no metrics to return.
        request.OneOf("ReturnItemCollectionMetrics", "SIZE", "NONE");
    }

    public string Values { get; }

    /// <summary>PutItem and DeleteItem know only what was there before.</summary>
    public void AllowOnlyOldValues()
    {
        if (Values is not ("NONE" or "ALL_OLD"))
            throw ReadErrors.ReturnsOnlyOld();
    }

    public void Write(Utf8JsonWriter json, ItemWrite write, Written written, MapValue? attributes)
    {
        json.WriteItem("Attributes", attributes);
        ConsumedCapacity.OfWrite(write.Change.Table, written).WriteMember(json, write.TableName, _capacity);
    }
}
