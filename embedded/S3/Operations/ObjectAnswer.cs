using System.Globalization;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>What GetObject and HeadObject answer alike: all but the bytes.</summary>
internal static class ObjectAnswer
{
    private const string ChecksumMode = "x-amz-checksum-mode";

    public static Accepted Accepted { get; } =
        new([VersionId.Parameter, .. ResponseOverrides.Parameters], [ChecksumMode, .. ReadCondition.Headers]);

    /// <summary>Writes status and headers.</summary>
    /// <returns>The bytes that are to follow; null when none are.</returns>
    public static ByteRange? Begin(S3Request request, StoredObject stored)
    {
        var response = request.Response;
        var overrides = ResponseOverrides.Of(request);
        var checksum = ChecksumHeaders.AreWanted(request, ChecksumMode);
        var isNew = ReadCondition.Holds(request, stored);
        var range = isNew ? ByteRange.Of(request, stored) : null;

        response.Headers.ETag = stored.ETag;
        response.Headers.LastModified = stored.Modified.ToString("R", CultureInfo.InvariantCulture);
        response.Headers.AcceptRanges = "bytes";
        VersionId.Write(response, stored.VersionId);
        ObjectHeaders.Write(response, stored.Headers);
        foreach (var (name, value) in overrides)
            response.Headers[name] = value;
        if (!isNew)
        {
            response.Headers.Remove("Content-Type");
            response.StatusCode = StatusCodes.Status304NotModified;
            return null;
        }

        if (range is not null)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes {range.First}-{range.First + range.Length - 1}/{stored.Size}";
        }
        else if (checksum)
        {
            // It is the checksum of the whole object, and SDKs would hold it against a part.
            ChecksumHeaders.Write(response, stored);
        }

        range ??= new ByteRange(0, stored.Size);
        response.ContentLength = range.Length;
        return range;
    }
}
