using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeContinuousBackups.html</summary>
internal sealed class DescribeContinuousBackups(TableStore tables, TimeProvider time) : IDynamoDbOperation
{
    public Task<Answer> RunAsync(RequestReader request)
    {
        var reference = request.Table();
        request.Finish();

        var recovery = tables.Require(reference).Settings.Recovery;
        return Task.FromResult<Answer>(json => json.WriteContinuousBackups(recovery, time.GetUtcNow()));
    }
}
