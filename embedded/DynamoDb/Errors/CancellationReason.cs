using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Errors;

/// <summary>Why one action of a transaction cancelled it; <c>None</c> for one that did not.</summary>
internal sealed record CancellationReason(string Code, string? Message, MapValue? Item)
{
    public static readonly CancellationReason None = new("None", null, null);

    /// <summary>Whether a code is that of a reason which never comes up here, where transactions run one after the other: a test wants it.</summary>
    public static bool IsContention(string code) => code is "TransactionConflict" or "ThrottlingError" or "ProvisionedThroughputExceeded";
}
