namespace EmbeddedAws.DynamoDb.Errors;

/// <summary>Keys that do not fit the schema of the table or of an index.</summary>
internal static class KeyErrors
{
    public static DynamoDbException DoesNotMatchTheSchema() =>
        ErrorTypes.Validation("The provided key element does not match the schema");

    public static DynamoDbException Missing(string key) => Invalid($"Missing the key {key} in the item");

    public static DynamoDbException TypeMismatch(string key, string expected, string actual) =>
        Invalid($"Type mismatch for key {key} expected: {expected} actual: {actual}");

    public static DynamoDbException Empty(string key, string type) => ErrorTypes.Validation(
        $"One or more parameter values are not valid. {EmptyValue(type)} Key: {key}");

    public static DynamoDbException HashTooLong() =>
        Invalid("Size of hashkey has exceeded the maximum size limit of2048 bytes"); // AWS's own missing space.

    public static DynamoDbException RangeTooLong() =>
        Invalid("Aggregated size of all range keys has exceeded the size limit of 1024 bytes");

    public static DynamoDbException IndexTypeMismatch(string index, string key, string expected, string actual) =>
        Invalid($"Type mismatch for Index Key {key} Expected: {expected} Actual: {actual} IndexName: {index}");

    public static DynamoDbException IndexEmpty(string index, string key, string type) => ErrorTypes.Validation(
        "One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
        + $"{EmptyValue(type)} IndexName: {index}, IndexKey: {key}");

    public static DynamoDbException UpdateOfKey(string key) =>
        Invalid($"Cannot update attribute {key}. This attribute is part of the key");

    public static DynamoDbException UpdatedIndexType() =>
        ErrorTypes.Validation("The update expression attempted to update the secondary index key to unsupported type");

    public static DynamoDbException UpdatedIndexEmpty(string type) => ErrorTypes.Validation(
        "The update expression attempted to update a secondary index key to a value that is not supported. "
        + EmptyValue(type));

    public static DynamoDbException StartInvalid(string reason) =>
        ErrorTypes.Validation($"The provided starting key is invalid: {reason}");

    public static DynamoDbException StartOutside() =>
        ErrorTypes.Validation("The provided starting key is outside query boundaries based on provided conditions");

    public static DynamoDbException StartNotInRange() =>
        ErrorTypes.Validation("The provided starting key does not match the range key predicate");

    public static DynamoDbException StartInOtherSegment(int segment, int total) => StartInvalid(
        $"Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. TotalSegments: {total} Segment: {segment}");

    private static string EmptyValue(string type) =>
        $"The AttributeValue for a key attribute cannot contain an empty {(type == "S" ? "string" : "binary")} value.";

    private static DynamoDbException Invalid(string what) =>
        ErrorTypes.Validation($"One or more parameter values were invalid: {what}");
}
