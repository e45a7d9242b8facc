using System.Text.Json;
using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Wire;

/// <summary>The members of an error, with the names that each type has in AWS's model.</summary>
internal static class ErrorMembers
{
    public static void Write(Utf8JsonWriter json, DynamoDbException error)
    {
        json.WriteString("__type", error.Type);
        if (error.Reasons.Count > 0)
            WriteReasons(json, error.Reasons);
        if (error.Text is { } text)
            json.WriteString(error.IsOfTransaction ? "Message" : "message", text);
        json.WriteItem("Item", error.Item);
    }

    private static void WriteReasons(Utf8JsonWriter json, IEnumerable<CancellationReason> reasons)
    {
        json.WriteStartArray("CancellationReasons");
        foreach (var reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("Code", reason.Code);
            json.WriteItem("Item", reason.Item);
            if (reason.Message is not null)
                json.WriteString("Message", reason.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
