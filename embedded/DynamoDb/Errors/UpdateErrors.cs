namespace EmbeddedAws.DynamoDb.Errors;

/// <summary>Updates that parse and yet cannot be made, and conditions that fail.</summary>
internal static class UpdateErrors
{
    private static readonly Dictionary<string, string> TypeNames = new()
    {
        ["S"] = "STRING",
        ["N"] = "NUMBER",
        ["B"] = "BINARY",
        ["BOOL"] = "BOOLEAN",
        ["NULL"] = "NULL",
        ["L"] = "LIST",
        ["M"] = "MAP",
    };

    public static DynamoDbException SectionTwice(string section) => ErrorTypes.Validation(
        $"Invalid UpdateExpression: The \"{section}\" section can only be used once in an update expression;");

    public static DynamoDbException OperandOfSection(string section, string type) => ErrorTypes.Validation(
        "Invalid UpdateExpression: Incorrect operand type for operator or function; "
        + $"operator: {section}, operand type: {TypeNames.GetValueOrDefault(type, type)}, typeSet: ALLOWED_FOR_{section}_OPERAND");

    public static DynamoDbException NoSuchPath() =>
        ErrorTypes.Validation("The document path provided in the update expression is invalid for update");

    public static DynamoDbException OperandType() =>
        ErrorTypes.Validation("An operand in the update expression has an incorrect data type");

    public static DynamoDbException NoSuchOperand() =>
        ErrorTypes.Validation("The provided expression refers to an attribute that does not exist in the item");

    public static DynamoDbException ConditionFailed(Values.MapValue? item) =>
        new(400, "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException", "The conditional request failed") { Item = item };
}
