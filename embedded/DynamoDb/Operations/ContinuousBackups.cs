using System.Text.Json;
using EmbeddedAws.DynamoDb.Tables;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>Writes AWS's <c>ContinuousBackupsDescription</c>. There is nothing to recover from here: it tells what it would be.</summary>
internal static class ContinuousBackups
{
    /// <summary>How long before now the latest moment is to which a table can be recovered: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html.</summary>
    private static readonly TimeSpan Behind = TimeSpan.FromMinutes(5);

    public static void WriteContinuousBackups(this Utf8JsonWriter json, PointInTimeRecovery? recovery, DateTimeOffset now)
    {
        json.WriteStartObject("ContinuousBackupsDescription");
        json.WriteString("ContinuousBackupsStatus", "ENABLED");
        json.WriteStartObject("PointInTimeRecoveryDescription");
        json.WriteString("PointInTimeRecoveryStatus", recovery is null ? "DISABLED" : "ENABLED");
        if (recovery is not null)
        {
            var latest = Latest(recovery.Since, now - Behind);
            json.WriteNumber("RecoveryPeriodInDays", recovery.Days);
            json.WriteNumber("EarliestRestorableDateTime", Latest(recovery.Since, now.AddDays(-recovery.Days)).ToUnixTimeSeconds());
            json.WriteNumber("LatestRestorableDateTime", latest.ToUnixTimeSeconds());
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
