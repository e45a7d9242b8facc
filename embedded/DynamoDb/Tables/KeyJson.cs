using System.Text.Json;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>Keys and what belongs to them, as requests and descriptions of tables have them alike.</summary>
internal static class KeyJson
{
    public static void WriteAttributes(this Utf8JsonWriter json, IEnumerable<KeyAttribute> attributes) =>
        WriteAttributes(json, "AttributeDefinitions", attributes, "AttributeType", attribute => attribute.Type);

    public static void WriteKey(this Utf8JsonWriter json, KeySchema key) =>
        WriteAttributes(json, "KeySchema", key.Attributes, "KeyType", attribute => attribute == key.Hash ? "HASH" : "RANGE");

    public static void WriteProjection(this Utf8JsonWriter json, SecondaryIndex index)
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
}
