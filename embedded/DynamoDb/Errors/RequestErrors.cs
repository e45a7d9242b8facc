using System.Text.Json;

namespace EmbeddedAws.DynamoDb.Errors;

/// <summary>Requests that are wrong whatever the tables hold: the protocol, the types of members, their constraints.</summary>
internal static class RequestErrors
{
    /// <summary>Keys of maps, which clients choose, are part of a path.</summary>
    private const int LongestPath = 4096;

    public static DynamoDbException UnknownOperation(string operation) =>
        ErrorTypes.Of(400, "UnknownOperationException", $"The embedded DynamoDB does not support {operation}");

    public static DynamoDbException AccessDenied(string role, string action, string resource) => ErrorTypes.Of(
        400,
        "AccessDeniedException",
        $"User: arn:aws:iam::000000000000:role/{role} is not authorized to perform: {action} on resource: {resource} because no identity-based policy allows the {action} action");

    public static DynamoDbException Unsupported(string parameter) =>
        ErrorTypes.Validation($"The embedded DynamoDB does not support {parameter}");

    public static DynamoDbException TooLarge() => ErrorTypes.Of(413, "RequestEntityTooLargeException", null);

    public static DynamoDbException NotJson() => Serialization(null);

    public static DynamoDbException NotAStructure(JsonElement found) =>
        Serialization(found.ValueKind == JsonValueKind.Array ? "Unrecognized collection type" : "Unexpected field type");

    public static DynamoDbException NotAList(JsonElement found) => Serialization(
        found.ValueKind == JsonValueKind.Object ? "Start of structure or map found where not expected" : "Unexpected field type");

    public static DynamoDbException NotConvertible(JsonElement found, string type) => Serialization(found.ValueKind switch
    {
        JsonValueKind.Object => "Start of structure or map found where not expected",
        JsonValueKind.Array => "Unrecognized collection type",
        _ => $"{Token(found)} can not be converted to {type}",
    });

    public static DynamoDbException NotBase64() => Serialization("only base-64-encoded strings are convertible to bytes");

    public static DynamoDbException Constraints(IReadOnlyCollection<string> violations) => ErrorTypes.Validation(
        $"{violations.Count} validation error{(violations.Count == 1 ? "" : "s")} detected: {string.Join("; ", violations)}");

    public static string Violation(string? value, string member, string constraint) =>
        $"Value {(value is null ? "null" : $"'{value}'")} at '{(member.Length > LongestPath ? $"{member.AsSpan(0, LongestPath)}…" : member)}' failed to satisfy constraint: {constraint}";

    private static string Token(JsonElement found) => found.ValueKind switch
    {
        JsonValueKind.String => "STRING_VALUE",
        JsonValueKind.True => "TRUE_VALUE",
        JsonValueKind.False => "FALSE_VALUE",
        JsonValueKind.Number when found.TryGetInt64(out _) => "NUMBER_VALUE",
        _ => "DECIMAL_VALUE",
    };

    private static DynamoDbException Serialization(string? message) => ErrorTypes.Of(400, "SerializationException", message);
}
