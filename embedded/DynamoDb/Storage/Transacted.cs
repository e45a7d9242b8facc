namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>The items of a transaction before and after it, in the order of its actions.</summary>
/// <param name="Items">The items.</param>
/// <param name="IsRepeated">Whether it was done before, so that this time nothing changes.</param>
internal sealed record Transacted(IReadOnlyList<Written> Items, bool IsRepeated);
