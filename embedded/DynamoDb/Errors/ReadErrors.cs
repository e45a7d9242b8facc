namespace EmbeddedAws.DynamoDb.Errors;

/// <summary>Parameters of reads and writes that do not go together, and conditions that fail.</summary>
internal static class ReadErrors
{
    public static DynamoDbException ConsistentReadOfIndex() =>
        ErrorTypes.Validation("Consistent reads are not supported on global secondary indexes");

    public static DynamoDbException AllAttributesOfIndex(string index) => Invalid(
        $"Select type ALL_ATTRIBUTES is not supported for global secondary index {index} because its projection type is not ALL");

    public static DynamoDbException AllProjectedOfTable() =>
        ErrorTypes.Validation("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");

    public static DynamoDbException NothingSelected() => ErrorTypes.Validation(
        "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");

    public static DynamoDbException ProjectionAndSelect(string select) => ErrorTypes.Validation(
        $"Cannot specify the ProjectionExpression when choosing to get {(select == "COUNT" ? "only the Count" : select)}");

    public static DynamoDbException NotProjected(string index, IEnumerable<string> attributes) =>
        Invalid($"Global secondary index {index} does not project [{string.Join(", ", attributes)}]");

    public static DynamoDbException NoKeyCondition() => ErrorTypes.Validation(
        "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");

    public static DynamoDbException FilterOnKey(string key) => ErrorTypes.Validation(
        $"Filter Expression can only contain non-primary key attributes: Primary key attribute: {key}");

    public static DynamoDbException KeyNotInCondition(string key) =>
        ErrorTypes.Validation($"Query condition missed key schema element: {key}");

    public static DynamoDbException KeyConditionNotSupported() => ErrorTypes.Validation("Query key condition not supported");

    public static DynamoDbException TooManyKeyConditions() => ErrorTypes.Validation("Conditions can be of length 1 or 2 only");

    public static DynamoDbException KeyConditionType() => Invalid("Condition parameter type does not match schema type");

    public static DynamoDbException NoSegment() => ErrorTypes.Validation(
        "The Segment parameter is required but was not present in the request when parameter TotalSegments is present");

    public static DynamoDbException NoTotalSegments() => ErrorTypes.Validation(
        "The TotalSegments parameter is required but was not present in the request when Segment parameter is present");

    public static DynamoDbException SegmentOutside(long segment, long total) => ErrorTypes.Validation(
        "The Segment parameter is zero-based and must be less than parameter TotalSegments: "
        + $"Segment: {segment} is not less than TotalSegments: {total}");

    public static DynamoDbException TooManyKeys() =>
        ErrorTypes.Validation("Too many items requested for the BatchGetItem call");

    public static DynamoDbException DuplicateKeys() => ErrorTypes.Validation("Provided list of item keys contains duplicates");

    public static DynamoDbException ReturnsOnlyOld() => ErrorTypes.Validation("ReturnValues can only be ALL_OLD or NONE");

    private static DynamoDbException Invalid(string what) =>
        ErrorTypes.Validation($"One or more parameter values were invalid: {what}");
}
