using ImageService.Local.DynamoDb.Errors;
using ImageService.Local.DynamoDb.Storage;
using ImageService.Local.DynamoDb.Tables;
using ImageService.Local.DynamoDb.Wire;

namespace ImageService.Local.DynamoDb.Operations;

/// <summary>Describes a table; its counts are exact and of now, where AWS's are some hours old.</summary>
internal sealed class DescribeTable(TableStore tables) : IOperation
{
    public Task<Answer> RunAsync(RequestReader request)
    {
        var reference = request.Table();
        request.Finish();

        var table = tables.Find(reference) ?? throw TableErrors.NotFound(reference.Given);
        var statistics = tables.Statistics(table);
        return Task.FromResult<Answer>(json => json.WriteTable("Table", table, statistics, "ACTIVE"));
    }
}
