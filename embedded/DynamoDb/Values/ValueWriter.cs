using System.Text.Json;

namespace EmbeddedAws.DynamoDb.Values;

/// <summary>Writes attribute values as DynamoDB's JSON.</summary>
internal static class ValueWriter
{
    /// <summary>Writes the attributes of an item, a key or a map.</summary>
    public static void WriteItem(this Utf8JsonWriter json, MapValue item)
    {
        json.WriteStartObject();
        foreach (var (name, value) in item.Attributes)
        {
            json.WritePropertyName(name);
            json.WriteValue(value);
        }

        json.WriteEndObject();
    }

    public static void WriteItem(this Utf8JsonWriter json, string name, MapValue? item)
    {
        if (item is null)
            return;
        json.WritePropertyName(name);
        json.WriteItem(item);
    }

    public static void WriteValue(this Utf8JsonWriter json, AttributeValue value)
    {
        json.WriteStartObject();
        json.WritePropertyName(value.Type);
        switch (value)
        {
            case BooleanValue boolean:
                json.WriteBooleanValue(boolean.Value);
                break;
            case NullValue:
                json.WriteBooleanValue(true);
                break;
            case MapValue map:
                json.WriteItem(map);
                break;
            case ListValue list:
                WriteAll(json, list.Elements, WriteValue);
                break;
            case SetValue set:
                WriteAll(json, set.Elements, WriteScalar);
                break;
            default:
                WriteScalar(json, value);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteAll(
        Utf8JsonWriter json, IEnumerable<AttributeValue> elements, Action<Utf8JsonWriter, AttributeValue> write)
    {
        json.WriteStartArray();
        foreach (var element in elements)
            write(json, element);
        json.WriteEndArray();
    }

    private static void WriteScalar(Utf8JsonWriter json, AttributeValue value)
    {
        switch (value)
        {
            case StringValue text:
                json.WriteStringValue(text.Text);
                break;
            case NumberValue number:
                json.WriteStringValue(number.Number.ToString());
                break;
            case BinaryValue binary:
                json.WriteBase64StringValue(binary.Bytes);
                break;
            default:
                throw new ArgumentException($"{value.Type} is not a scalar.", nameof(value));
        }
    }
}
