using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TagResource.html</summary>
internal sealed class TagResource(TableStore tables) : IDynamoDbOperation
{
    public async Task<Answer> RunAsync(RequestReader request)
    {
        var reference = request.Resource();
        request.Required("Tags");
        var tags = TagReader.Read(request) ?? [];
        request.Finish();

        await tables.ChangeAsync(
            tables.Require(reference), (_, table) => table with { Settings = table.Settings with { Tags = TagReader.Merge(table.Settings.Tags, tags) } });
        return NoAnswer.Instance;
    }
}
