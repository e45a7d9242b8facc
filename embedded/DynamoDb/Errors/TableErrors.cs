namespace EmbeddedAws.DynamoDb.Errors;

/// <summary>Tables that are missing, in the way, protected, or cannot be made as asked.</summary>
internal static class TableErrors
{
    public static DynamoDbException NotFound() => ErrorTypes.Of(400, "ResourceNotFoundException", "Requested resource not found");

    public static DynamoDbException NotFound(string table) => ErrorTypes.Of(
        400, "ResourceNotFoundException", $"Requested resource not found: Table: {table} not found");

    public static DynamoDbException Exists(string table) =>
        ErrorTypes.Of(400, "ResourceInUseException", $"Table already exists: {table}");

    public static DynamoDbException Protected() => ErrorTypes.Validation(
        "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");

    public static DynamoDbException NoIndex(string index) =>
        ErrorTypes.Validation($"The table does not have the specified index: {index}");

    public static DynamoDbException FirstIsNotHash() =>
        ErrorTypes.Validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");

    public static DynamoDbException SecondIsNotRange() =>
        ErrorTypes.Validation("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");

    public static DynamoDbException SameKeyTwice() =>
        ErrorTypes.Validation("Both the Hash Key and the Range Key element in the KeySchema have the same name");

    public static DynamoDbException SameAttributeTwice() => ErrorTypes.Validation("Cannot have two attributes with the same name");

    public static DynamoDbException UndefinedKeys(IEnumerable<string> keys, IEnumerable<string> defined) => Invalid(
        $"Some index key attributes are not defined in AttributeDefinitions. Keys: {List(keys)}, AttributeDefinitions: {List(defined)}");

    public static DynamoDbException UnusedDefinitions() => Invalid(
        "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions");

    public static DynamoDbException UnusedDefinitions(IEnumerable<string> defined, IEnumerable<string> used) => Invalid(
        $"Some AttributeDefinitions are not used. AttributeDefinitions: {List(defined)}, keys used: {List(used)}");

    public static DynamoDbException NoIndexes() => Invalid("List of GlobalSecondaryIndexes is empty");

    public static DynamoDbException TooManyIndexes() => Invalid("GlobalSecondaryIndex count exceeds the per-table limit of 20");

    public static DynamoDbException DuplicateIndex(string index) => Invalid($"Duplicate index name: {index}");

    public static DynamoDbException NoProjectionType() => Invalid("Unknown ProjectionType: null");

    public static DynamoDbException NoNonKeyAttributes() =>
        Invalid("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");

    public static DynamoDbException NeedlessNonKeyAttributes(string projection) =>
        Invalid($"ProjectionType is {projection}, but NonKeyAttributes is specified");

    public static DynamoDbException NoThroughput() => Invalid(
        "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");

    public static DynamoDbException NoIndexThroughput(string index) =>
        Invalid($"ProvisionedThroughput is not specified for index: {index}");

    public static DynamoDbException NeedlessThroughput() => Invalid(
        "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");

    public static DynamoDbException NeedlessKey() => Invalid("SSEType KMS must be enabled if KMSMasterKeyId is specified");

    public static DynamoDbException NothingToUpdate() => ErrorTypes.Validation(
        "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates or DeletionProtectionEnabled or TableClass is required");

    public static DynamoDbException SeveralIndexChanges() => ErrorTypes.Of(
        400, "LimitExceededException", "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table");

    public static DynamoDbException NotOneIndexChange() => Invalid("Each GlobalSecondaryIndexUpdate must have exactly one of Create, Update and Delete");

    public static DynamoDbException IndexExists(string index) => Invalid($"Attempting to create an index which already exists: {index}");

    public static DynamoDbException IndexNotFound(string index) =>
        ErrorTypes.Of(400, "ResourceNotFoundException", $"Requested resource not found: Index: {index} not found");

    public static DynamoDbException TimeToLiveAlready(string status) => ErrorTypes.Validation($"TimeToLive is already {status}");

    public static DynamoDbException OtherTimeToLive(string attribute) =>
        ErrorTypes.Validation($"TimeToLive is active on a different AttributeName: current AttributeName is {attribute}");

    public static DynamoDbException TooManyTags(int most) => ErrorTypes.Validation($"Tag count exceeds the limit of {most}");

    public static DynamoDbException InvalidTag(string what) => ErrorTypes.Validation(what);

    private static string List(IEnumerable<string> names) => $"[{string.Join(", ", names)}]";

    private static DynamoDbException Invalid(string what) =>
        ErrorTypes.Validation($"One or more parameter values were invalid: {what}");
}
