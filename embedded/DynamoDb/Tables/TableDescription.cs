using System.Text.Json;
using EmbeddedAws.DynamoDb.Storage;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>Writes AWS's <c>TableDescription</c>.</summary>
internal static class TableDescription
{
    public static void WriteTable(this Utf8JsonWriter json, string member, TableDefinition table, TableStatistics statistics, string status)
    {
        json.WriteStartObject(member);
        json.WriteString("TableName", table.Name);
        json.WriteString("TableArn", table.Arn);
        json.WriteString("TableId", table.TableId);
        json.WriteString("TableStatus", status);
        json.WriteNumber("CreationDateTime", Seconds(table.Created));
        json.WriteAttributes(table.AttributeDefinitions);
        json.WriteKey(table.Key);
        WriteBilling(json, table);
        WriteThroughput(json, table.Throughput);
        WriteCounts(json, statistics.Of(0), "TableSizeBytes");
        json.WriteBoolean("DeletionProtectionEnabled", table.DeletionProtected);
        WriteEncryption(json, table);
        WriteClass(json, table);
        WriteIndexes(json, table, statistics);
        json.WriteEndObject();
    }

    private static void WriteEncryption(Utf8JsonWriter json, TableDefinition table)
    {
        if (table.EncryptionKey is not { } key)
            return;
        json.WriteStartObject("SSEDescription");
        json.WriteString("Status", "ENABLED");
        json.WriteString("SSEType", "KMS");
        json.WriteString("KMSMasterKeyArn", key);
        json.WriteEndObject();
    }

    private static void WriteClass(Utf8JsonWriter json, TableDefinition table)
    {
        if (table.TableClass is null)
            return;
        json.WriteStartObject("TableClassSummary");
        json.WriteString("TableClass", table.TableClass);
        json.WriteEndObject();
    }

    private static void WriteIndexes(Utf8JsonWriter json, TableDefinition table, TableStatistics statistics)
    {
        if (table.Indexes.Count == 0)
            return;
        json.WriteStartArray("GlobalSecondaryIndexes");
        foreach (var index in table.Indexes)
        {
            json.WriteStartObject();
            json.WriteString("IndexName", index.Name);
            json.WriteString("IndexArn", TableDefinition.IndexArnOf(table.Name, index.Name));
            json.WriteString("IndexStatus", "ACTIVE");
            json.WriteKey(index.Key);
            json.WriteProjection(index);
            WriteThroughput(json, index.Throughput);
            WriteCounts(json, statistics.Of(index.Number), "IndexSizeBytes");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBilling(Utf8JsonWriter json, TableDefinition table)
    {
        if (table.BillingMode == "PROVISIONED")
            return;
        json.WriteStartObject("BillingModeSummary");
        json.WriteString("BillingMode", table.BillingMode);
        json.WriteNumber("LastUpdateToPayPerRequestDateTime", Seconds(table.Created));
        json.WriteEndObject();
    }

    private static void WriteThroughput(Utf8JsonWriter json, Throughput throughput)
    {
        json.WriteStartObject("ProvisionedThroughput");
        json.WriteNumber("NumberOfDecreasesToday", 0);
        json.WriteNumber("ReadCapacityUnits", throughput.Read);
        json.WriteNumber("WriteCapacityUnits", throughput.Write);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, ItemCount count, string size)
    {
        json.WriteNumber("ItemCount", count.Items);
        json.WriteNumber(size, count.Bytes);
    }

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;
}
