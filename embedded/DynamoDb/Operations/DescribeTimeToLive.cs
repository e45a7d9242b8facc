using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTimeToLive.html</summary>
internal sealed class DescribeTimeToLive(TableStore tables) : IDynamoDbOperation
{
    public Task<Answer> RunAsync(RequestReader request)
    {
        var reference = request.Table();
        request.Finish();

        var attribute = tables.Require(reference).Settings.TimeToLive;
        return Task.FromResult<Answer>(json =>
        {
            json.WriteStartObject("TimeToLiveDescription");
            json.WriteString("TimeToLiveStatus", attribute is null ? "DISABLED" : "ENABLED");
            if (attribute is not null)
                json.WriteString("AttributeName", attribute);
            json.WriteEndObject();
        });
    }
}
