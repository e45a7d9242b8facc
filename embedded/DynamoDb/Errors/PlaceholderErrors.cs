namespace EmbeddedAws.DynamoDb.Errors;

/// <summary><c>ExpressionAttributeNames</c> and <c>ExpressionAttributeValues</c> (<c>kind</c>) that no expression can use.</summary>
internal static class PlaceholderErrors
{
    public static DynamoDbException NoExpressions(string kind, string? missing) => ErrorTypes.Validation(
        $"{kind} can only be specified when using expressions" + (missing is null ? "" : $": {missing}"));

    public static DynamoDbException Empty(string kind) => ErrorTypes.Validation($"{kind} must not be empty");

    public static DynamoDbException InvalidKey(string kind, string key) =>
        ErrorTypes.Validation($"{kind} contains invalid key: Syntax error; key: \"{key}\"");

    public static DynamoDbException InvalidValue(string kind, string why, string key) =>
        ErrorTypes.Validation($"{kind} contains invalid value: {why} for key {key}");

    /// <summary>The words are our own.</summary>
    public static DynamoDbException TooLarge(string kind) => ErrorTypes.Validation($"{kind} exceed the maximum of 2 MB together");

    public static DynamoDbException Unused(string kind, IEnumerable<string> keys) =>
        ErrorTypes.Validation($"Value provided in {kind} unused in expressions: keys: {{{string.Join(", ", keys)}}}");
}
