namespace EmbeddedAws.DynamoDb.Errors;

/// <summary>Batches of writes that are too large.</summary>
internal static class WriteErrors
{
    public static DynamoDbException TooManyWrites() => ErrorTypes.Validation("Too many items requested for the BatchWriteItem call");
}
