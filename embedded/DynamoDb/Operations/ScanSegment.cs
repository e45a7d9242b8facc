using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Operations;

/// <summary>The part of a parallel scan that a request asks for.</summary>
internal sealed class ScanSegment(RequestReader request)
{
    private const int MostSegments = 1_000_000;

    private readonly long? _segment = request.Range("Segment", MostSegments - 1, smallest: 0);
    private readonly long? _total = request.Range("TotalSegments", MostSegments);

    /// <summary>The segment, or null for the whole table.</summary>
    public Segment? Parse()
    {
        if (_segment is not { } segment)
            return _total is null ? null : throw ReadErrors.NoSegment();
        if (_total is not { } total)
            throw ReadErrors.NoTotalSegments();
        return segment < total ? new Segment((int)segment, (int)total) : throw ReadErrors.SegmentOutside(segment, total);
    }
}
