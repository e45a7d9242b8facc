using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTagsOfResource.html. All tags are on one page.</summary>
internal sealed class ListTagsOfResource(TableStore tables) : IDynamoDbOperation
{
    public Task<Answer> RunAsync(RequestReader request)
    {
        var reference = request.Resource();
        request.Finish();

        var tags = tables.Require(reference).Settings.Tags;
        return Task.FromResult<Answer>(json =>
        {
            json.WriteStartArray("Tags");
            foreach (var (key, value) in tags)
            {
                json.WriteStartObject();
                json.WriteString("Key", key);
                json.WriteString("Value", value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }
}
