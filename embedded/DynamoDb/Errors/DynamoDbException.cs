using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Errors;

/// <summary>A call that is refused. Only the catalog in this folder makes one.</summary>
internal sealed class DynamoDbException(int status, string type, string? message) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>The error's full name, as the member <c>__type</c> carries it.</summary>
    public string Type { get; } = type;

    public bool IsValidation => Type.EndsWith("#ValidationException", StringComparison.Ordinal);

    /// <summary>Whether a table could not be made because it is there.</summary>
    public bool IsOfTableThatExists => Type.EndsWith("#ResourceInUseException", StringComparison.Ordinal);

    /// <summary>What a cancelled transaction calls this error of one of its actions, or null where it is one of the whole call.</summary>
    public string? CancellationCode =>
        IsValidation ? "ValidationError"
        : Type.EndsWith("#ConditionalCheckFailedException", StringComparison.Ordinal) ? "ConditionalCheckFailed"
        : null;

    /// <summary>Whether it is an error that only a transaction has: AWS spells the name of its text otherwise.</summary>
    public bool IsOfTransaction =>
        Type.EndsWith("#TransactionCanceledException", StringComparison.Ordinal)
        || Type.EndsWith("#IdempotentParameterMismatchException", StringComparison.Ordinal);

    /// <summary>What the client reads; some protocol errors have no text.</summary>
    public string? Text { get; } = message;

    /// <summary>The item that failed a condition, where the call asked for it.</summary>
    public MapValue? Item { get; init; }

    /// <summary>Of a cancelled transaction, the reason of each action.</summary>
    public IReadOnlyList<CancellationReason> Reasons { get; init; } = [];
}
