using System.Text;
using Amazon.DynamoDBv2.Model;

namespace ImageService.Handlers.Listing;

/// <summary>What the queries of all partitions answered, as one: in the order of the index, without gaps.</summary>
/// <param name="Items">The items.</param>
/// <param name="StoppedAt">The sort key up to which everything was read; null when that is the end of the listing.</param>
internal sealed record MergedItems(IReadOnlyList<Dictionary<string, AttributeValue>> Items, string? StoppedAt)
{
    /// <summary>Merges sorted answers into one that is sorted.</summary>
    /// <param name="answers">One of each partition.</param>
    /// <param name="sortKey">The sort key of the index.</param>
    /// <param name="ascending">Its order.</param>
    public static MergedItems Of(IReadOnlyList<QueryResponse> answers, string sortKey, bool ascending)
    {
        var order = ascending ? Utf8Order : Comparer<string>.Create((x, y) => Utf8Order.Compare(y, x));

        // A partition that stopped early, at the limit or at 1 MB, may have more right after that: what the others have beyond it comes later.
        var stoppedAt = answers.Where(answer => answer.LastEvaluatedKey is { Count: > 0 }).Select(answer => answer.LastEvaluatedKey[sortKey].S).Min(order);
        var items = answers
            .SelectMany(answer => answer.Items)
            .Where(item => stoppedAt is null || order.Compare(item[sortKey].S, stoppedAt) <= 0)
            .OrderBy(item => item[sortKey].S, order);
        return new MergedItems([.. items], stoppedAt);
    }

    /// <summary>The order of DynamoDB: by the bytes of UTF-8. By UTF-16 some letters would come after emoji.</summary>
    private static readonly Comparer<string> Utf8Order =
        Comparer<string>.Create((x, y) => Encoding.UTF8.GetBytes(x).SequenceCompareTo(Encoding.UTF8.GetBytes(y)));
}
