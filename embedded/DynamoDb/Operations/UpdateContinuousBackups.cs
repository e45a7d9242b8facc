using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateContinuousBackups.html. It is stored, and has no effect here.</summary>
internal sealed class UpdateContinuousBackups(TableStore tables, TimeProvider time) : IDynamoDbOperation
{
    private const int MostDays = 35;

    public async Task<Answer> RunAsync(RequestReader request)
    {
        var reference = request.Table();
        request.Required("PointInTimeRecoverySpecification");
        var specification = request.Structure("PointInTimeRecoverySpecification");
        specification?.Required("PointInTimeRecoveryEnabled");
        var enabled = specification?.Boolean("PointInTimeRecoveryEnabled") == true;
        var days = specification?.Limit("RecoveryPeriodInDays", MostDays) ?? MostDays;
        request.Finish();

        var changed = await tables.ChangeAsync(tables.Require(reference), (_, table) => table with
        {
            Settings = table.Settings with { Recovery = enabled ? new PointInTimeRecovery(table.Settings.Recovery?.Since ?? time.GetUtcNow(), days) : null },
        });
        return json => json.WriteContinuousBackups(changed.Settings.Recovery, time.GetUtcNow());
    }
}
