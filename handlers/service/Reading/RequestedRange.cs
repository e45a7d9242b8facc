using Amazon.S3.Model;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;
using Microsoft.Net.Http.Headers;

namespace ImageService.Handlers.Reading;

/// <summary>The part of an image's bytes that a client asks for (RFC 9110, section 14): one range, both ends included.</summary>
internal readonly record struct RequestedRange(long First, long Last)
{
    /// <summary>Reads <c>Range</c> and <c>If-Range</c>; they apply to GET only. Several ranges, another unit, or what is malformed ask for nothing.</summary>
    /// <returns>Null for all bytes.</returns>
    /// <exception cref="ProblemException">416: the range has none of the bytes.</exception>
    public static RequestedRange? Of(Request request, Image image)
    {
        if (request.Method != "GET"
            || !RangeHeaderValue.TryParse(request.Header("Range"), out var header)
            || !header.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase)
            || header.Ranges.Count != 1
            || !IsWanted(request.Header("If-Range"), image.BytesETag))
        {
            return null;
        }

        var range = header.Ranges.Single();
        var first = range.From ?? Math.Max(0, image.Size - range.To!.Value);
        var last = range.From is null ? image.Size - 1 : Math.Min(range.To ?? long.MaxValue, image.Size - 1);
        return first <= last ? new RequestedRange(first, last) : throw Unsatisfiable(image.Size);
    }

    /// <summary>The range as a request to S3 has it.</summary>
    public ByteRange ToByteRange() => new(First, Last);

    /// <summary>A range of other bytes than the client has begun with is of no use to it; dates are not known here.</summary>
    private static bool IsWanted(string? condition, string current) =>
        condition is null
        || (RangeConditionHeaderValue.TryParse(condition, out var parsed)
            && parsed.EntityTag?.Compare(new EntityTagHeaderValue(current), useStrongComparison: true) == true);

    private static ProblemException Unsatisfiable(long size) => new(Problems.RangeNotSatisfiable, $"The image has {size} bytes; the range has none of them.")
    {
        Headers = { ["Content-Range"] = $"bytes */{size}" },
    };
}
