namespace EmbeddedAws.DynamoDb.Errors;

/// <summary>Transactions that cannot be done.</summary>
internal static class TransactionErrors
{
    public static DynamoDbException NotOneAction() =>
        ErrorTypes.Validation("TransactItems can only contain one of Check, Put, Update or Delete");

    public static DynamoDbException SameItemTwice() =>
        ErrorTypes.Validation("Transaction request cannot include multiple operations on one item");

    public static DynamoDbException TooLarge() =>
        ErrorTypes.Validation("The aggregate size of the items in the transaction cannot exceed 4 MB");

    public static DynamoDbException OtherParameters() => ErrorTypes.Of(
        400,
        "IdempotentParameterMismatchException",
        "The request uses the same client token as a previous, but non-identical request. Do not reuse a client token with different requests, unless the requests are identical");

    public static DynamoDbException Cancelled(IReadOnlyList<CancellationReason> reasons) => new(
        400,
        "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
        $"Transaction cancelled, please refer cancellation reasons for specific reasons [{string.Join(", ", reasons.Select(reason => reason.Code))}]")
    {
        Reasons = reasons,
    };
}
