using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UntagResource.html</summary>
internal sealed class UntagResource(TableStore tables) : IDynamoDbOperation
{
    public async Task<Answer> RunAsync(RequestReader request)
    {
        var reference = request.Resource();
        request.Required("TagKeys");
        var keys = request.Texts("TagKeys") ?? [];
        request.Finish();

        await tables.ChangeAsync(tables.Require(reference), (_, table) => table with
        {
            Settings = table.Settings with { Tags = table.Settings.Tags.Where(tag => !keys.Contains(tag.Key)).ToDictionary() },
        });
        return NoAnswer.Instance;
    }
}
