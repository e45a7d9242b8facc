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
        WriteAttributes(json, "AttributeDefinitions", table.AttributeDefinitions, "AttributeType", attribute => attribute.Type);
        WriteKey(json, table.Key);
        WriteBilling(json, table);
        WriteThroughput(json, table.Throughput);
        WriteCounts(json, statistics.Of(0), "TableSizeBytes");
        json.WriteBoolean("DeletionProtectionEnabled", table.DeletionProtected);
        WriteIndexes(json, table, statistics);
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
            WriteKey(json, index.Key);
            WriteProjection(json, index);
            WriteThroughput(json, index.Throughput);
            WriteCounts(json, statistics.Of(index.Number), "IndexSizeBytes");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteKey(Utf8JsonWriter json, KeySchema key) =>
        WriteAttributes(json, "KeySchema", key.Attributes, "KeyType", attribute => attribute == key.Hash ? "HASH" : "RANGE");

    private static void WriteAttributes(
        Utf8JsonWriter json, string member, IEnumerable<KeyAttribute> attributes, string second, Func<KeyAttribute, string> value)
    {
        json.WriteStartArray(member);
        foreach (var attribute in attributes)
        {
            json.WriteStartObject();
            json.WriteString("AttributeName", attribute.Name);
            json.WriteString(second, value(attribute));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProjection(Utf8JsonWriter json, SecondaryIndex index)
    {
        json.WriteStartObject("Projection");
        json.WriteString("ProjectionType", index.ProjectionType);
        if (index.NonKeyAttributes.Count > 0)
        {
            json.WriteStartArray("NonKeyAttributes");
            foreach (var attribute in index.NonKeyAttributes)
                json.WriteStringValue(attribute);
            json.WriteEndArray();
        }

        json.WriteEndObject();
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
