using System.Text;
using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Images;
using ImageService.Handlers.Storage;

namespace ImageService.Handlers.Listing;

/// <summary>
/// Which index a listing reads, which range of it, and what narrows the answer. File names need their own order, so
/// they come first; an owner's images are fewer than all.
/// </summary>
internal sealed class ListPlan(ListParameters parameters)
{
    /// <summary>The latest time that a DateTimeOffset holds, in Unix milliseconds.</summary>
    private static readonly long EndOfTime = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>The index that is read.</summary>
    public TableIndex Index { get; } =
        parameters.FileNamePrefix is not null ? TableSchema.ByFileName
        : parameters.Owner is not null ? TableSchema.ByOwner
        : TableSchema.ByCreated;

    /// <summary>Whether no image can have been created in this range.</summary>
    private bool IsEmpty => parameters.CreatedFrom >= parameters.CreatedUntil || parameters.CreatedFrom > EndOfTime;

    // No id equals these ends, with which ids begin, so both may be included.
    private string FirstId => ImageId.Floor(parameters.CreatedFrom ?? 0);

    private string LastId => ImageId.Floor(parameters.CreatedUntil ?? EndOfTime);

    /// <summary>The queries of a page that starts after a position: one for each partition that the listing lies in.</summary>
    /// <param name="position">A sort key of <see cref="Index"/>, or null for the first page.</param>
    /// <param name="shards">The number of partitions over which an index over all images is spread.</param>
    public IEnumerable<ImageQuery> Queries(string? position, int shards) =>
        IsEmpty ? []
        : Index == TableSchema.ByOwner ? [Query(position, ImageItem.S(parameters.Owner!))]
        : Enumerable.Range(0, shards).Select(shard => Query(position, ImageItem.N(shard)));

    private ImageQuery Query(string? position, AttributeValue partition)
    {
        var query = new ImageQuery(Index, partition, parameters.Ascending);
        if (Index == TableSchema.ByFileName)
            NarrowByFileName(query);
        else
            query.Between(FirstId, LastId);
        if (parameters.ContentType is { } contentType)
            query.Where(ImageItem.ContentType, "=", contentType);
        if (parameters.Tag is { } tag)
            query.WhereTag(tag);

        // One more than asked for tells whether the listing goes on. What filters remove is not known before it is read.
        query.Limit = query.IsFiltered ? null : parameters.Limit + 1;
        if (position is not null)
            query.StartAfter(position, IdIn(position));
        return query;
    }

    /// <summary>Whether a position lies where this listing reads: an altered cursor does not get to DynamoDB.</summary>
    public bool Holds(string position)
    {
        var id = IdIn(position);
        if (ImageId.Parse(id)?.ToString() != id || Encoding.UTF8.GetByteCount(position) > FileName.MaxBytes + 1 + ImageId.Length)
            return false;
        return Index == TableSchema.ByFileName
            ? position.StartsWith(parameters.FileNamePrefix!, StringComparison.Ordinal) && position.IndexOf('\0') == position.Length - id.Length - 1
            : string.CompareOrdinal(id, FirstId) >= 0 && string.CompareOrdinal(id, LastId) <= 0;
    }

    private void NarrowByFileName(ImageQuery query)
    {
        query.BeginsWith(parameters.FileNamePrefix!);
        if (parameters.CreatedFrom is { } from)
            query.Where(ImageItem.CreatedAt, ">=", Timestamp(from));
        if (parameters.CreatedUntil is { } until)
            query.Where(ImageItem.CreatedAt, "<", Timestamp(until));
        if (parameters.Owner is { } owner)
            query.Where(TableSchema.ByOwner.PartitionKey.Name, "=", owner);
    }

    private static string Timestamp(long milliseconds) =>
        TimestampConverter.Write(DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(milliseconds, EndOfTime)));

    private static string IdIn(string position) => position.Length > ImageId.Length ? position[^ImageId.Length..] : position;
}
