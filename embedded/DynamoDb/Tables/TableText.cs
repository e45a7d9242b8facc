using System.Buffers;
using System.Text;
using System.Text.Json;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>A table's definition as it is stored: as the CreateTable request that would make it.</summary>
internal static class TableText
{
    public static string Of(TableDefinition table)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
            Write(json, table);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, TableDefinition table)
    {
        json.WriteStartObject();
        json.WriteString("TableName", table.Name);
        json.WriteAttributes(table.AttributeDefinitions);
        json.WriteKey(table.Key);
        json.WriteString("BillingMode", table.BillingMode);
        WriteThroughput(json, table, table.Throughput);
        json.WriteBoolean("DeletionProtectionEnabled", table.DeletionProtected);
        if (table.TableClass is not null)
            json.WriteString("TableClass", table.TableClass);
        WriteEncryption(json, table);
        WriteIndexes(json, table);
        json.WriteEndObject();
    }

    private static void WriteEncryption(Utf8JsonWriter json, TableDefinition table)
    {
        if (table.EncryptionKey is not { } key)
            return;
        json.WriteStartObject("SSESpecification");
        json.WriteBoolean("Enabled", true);
        json.WriteString("KMSMasterKeyId", key);
        json.WriteEndObject();
    }

    private static void WriteIndexes(Utf8JsonWriter json, TableDefinition table)
    {
        if (table.Indexes.Count == 0)
            return;
        json.WriteStartArray("GlobalSecondaryIndexes");
        foreach (var index in table.Indexes)
        {
            json.WriteStartObject();
            json.WriteString("IndexName", index.Name);
            json.WriteKey(index.Key);
            json.WriteProjection(index);
            WriteThroughput(json, table, index.Throughput);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteThroughput(Utf8JsonWriter json, TableDefinition table, Throughput throughput)
    {
        if (table.BillingMode != "PROVISIONED")
            return;
        json.WriteStartObject("ProvisionedThroughput");
        json.WriteNumber("ReadCapacityUnits", throughput.Read);
        json.WriteNumber("WriteCapacityUnits", throughput.Write);
        json.WriteEndObject();
    }
}
