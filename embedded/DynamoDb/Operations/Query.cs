using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Expressions;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Reads the items of one hash key, in the order of their range key.</summary>
internal sealed class Query(TableStore tables, ItemStore items) : IDynamoDbOperation
{
    public Task<Answer> RunAsync(RequestReader request)
    {
        var parameters = new PageParameters(request);
        var text = request.Text("KeyConditionExpression");
        var forward = request.Boolean("ScanIndexForward") ?? true;
        request.Finish();

        parameters.Placeholders.Check(
            text is not null || parameters.HasExpression, "FilterExpression and KeyConditionExpression are null");
        var condition = text is null ? throw ReadErrors.NoKeyCondition() : KeyCondition.Parse(text, parameters.Placeholders);
        parameters.Parse();

        var table = tables.Get(parameters.TableName);
        var index = parameters.Index(table);
        CheckFilter(parameters, index?.Key ?? table.Key);
        var range = parameters.StartAfter(condition.Resolve(table, index) with { Forward = forward });

        return Task.FromResult<Answer>(Page.Read(items, parameters, range).Write);
    }

    private static void CheckFilter(PageParameters parameters, KeySchema key)
    {
        if (parameters.FilteredAttributes.FirstOrDefault(key.Contains) is { } ofKey)
            throw ReadErrors.FilterOnKey(ofKey);
    }
}
