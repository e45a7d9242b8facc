namespace EmbeddedAws.DynamoDb.Errors;

/// <summary>Attribute values and items that break a rule of their own.</summary>
internal static class ValueErrors
{
    public static DynamoDbException NoType() =>
        ErrorTypes.Validation("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");

    public static DynamoDbException SeveralTypes() => ErrorTypes.Validation(
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");

    public static DynamoDbException NullNotTrue() => Invalid("Null attribute value types must have the value of true");

    public static DynamoDbException NotANumber(string text) => ErrorTypes.Validation(
        "The parameter cannot be converted to a numeric value" + (text.Length == 0 ? "" : $": {text}"));

    public static DynamoDbException TooManyDigits() =>
        ErrorTypes.Validation("Attempting to store more than 38 significant digits in a Number");

    public static DynamoDbException Overflow() =>
        ErrorTypes.Validation("Number overflow. Attempting to store a number with magnitude larger than supported range");

    public static DynamoDbException Underflow() =>
        ErrorTypes.Validation("Number underflow. Attempting to store a number with magnitude smaller than supported range");

    public static DynamoDbException EmptySet(string type) => Invalid(type switch
    {
        "SS" => "An string set  may not be empty",
        "NS" => "An number set  may not be empty",
        _ => "Binary sets should not be empty",
    });

    public static DynamoDbException Duplicates(string type, IEnumerable<string> elements) => type switch
    {
        "NS" => ErrorTypes.Validation("Input collection contains duplicates"),
        "SS" => Invalid($"Input collection [{string.Join(", ", elements)}] contains duplicates."),
        _ => Invalid($"Input collection [{string.Join(", ", elements)}]of type BS contains duplicates."),
    };

    public static DynamoDbException TooDeep() => ErrorTypes.Validation("Nesting Levels have exceeded supported limits");

    public static DynamoDbException NoAttributeName() => Invalid("Attribute names must not be empty");

    public static DynamoDbException LongAttributeName() =>
        Invalid("Attribute name is too large, must be less than 65536 bytes");

    public static DynamoDbException ItemTooLarge() => ErrorTypes.Validation("Item size has exceeded the maximum allowed size");

    public static DynamoDbException UpdatedItemTooLarge() =>
        ErrorTypes.Validation("Item size to update has exceeded the maximum allowed size");

    private static DynamoDbException Invalid(string what) =>
        ErrorTypes.Validation($"One or more parameter values were invalid: {what}");
}
