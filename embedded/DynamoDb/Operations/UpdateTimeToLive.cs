using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTimeToLive.html. It holds at once, also for the items that are there.</summary>
internal sealed class UpdateTimeToLive(TableStore tables) : IDynamoDbOperation
{
    private const int LongestName = 255;

    public async Task<Answer> RunAsync(RequestReader request)
    {
        var reference = request.Table();
        request.Required("TimeToLiveSpecification");
        var specification = request.Structure("TimeToLiveSpecification");
        specification?.Required("Enabled");
        specification?.Required("AttributeName");
        var enabled = specification?.Boolean("Enabled") == true;
        var attribute = specification?.TextOfLength("AttributeName", 1, LongestName) ?? "";
        request.Finish();

        await tables.ChangeAsync(tables.Require(reference), (connection, table) =>
        {
            Check(table.Settings.TimeToLive, enabled, attribute);
            var changed = table with { Settings = table.Settings with { TimeToLive = enabled ? attribute : null } };
            if (changed.Settings.Expiry is { } expiry)
                IndexBuild.Add(connection, changed, expiry);
            else
                IndexBuild.Remove(connection, changed, TableSettings.ExpiryNumber);
            return changed;
        });
        return json =>
        {
            json.WriteStartObject("TimeToLiveSpecification");
            json.WriteString("AttributeName", attribute);
            json.WriteBoolean("Enabled", enabled);
            json.WriteEndObject();
        };
    }

    private static void Check(string? present, bool enabled, string attribute)
    {
        if (present is not null && present != attribute)
            throw TableErrors.OtherTimeToLive(present);
        if (present is not null == enabled)
            throw TableErrors.TimeToLiveAlready(enabled ? "enabled" : "disabled");
    }
}
