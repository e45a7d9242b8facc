using System.Globalization;
using System.Text.RegularExpressions;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>A part of an object's bytes.</summary>
internal sealed partial record ByteRange(long First, long Length)
{
    /// <summary>
    /// The part that <c>Range</c> asks for: RFC 9110 section 14.2. Null means the whole object: also for a header that is
    /// no range, and for more than one range, which S3 does not serve.
    /// </summary>
    /// <exception cref="S3Exception">The range begins after the object's end.</exception>
    public static ByteRange? Of(S3Request request, StoredObject stored)
    {
        if (request.Header("Range") is not { } header || Shape().Match(header) is not { Success: true } range || !IsOf(request, stored))
            return null;
        var (first, last) = (Number(range.Groups["first"]), Number(range.Groups["last"]));
        if ((first is null && last is null) || first > last)
            return null;
        // A suffix, "-500", asks for the last so many bytes.
        var from = first ?? Math.Max(0, stored.Size - last!.Value);
        var to = first is null ? stored.Size - 1 : Math.Min(last ?? long.MaxValue, stored.Size - 1);
        return from <= to ? new ByteRange(from, to - from + 1) : throw S3Errors.InvalidRange(header, stored.Size);
    }

    /// <summary>With <c>If-Range</c> a client asks for a part only of the version that it has: RFC 9110 section 13.1.5.</summary>
    private static bool IsOf(S3Request request, StoredObject stored) =>
        request.Header("If-Range") is not { } version || version == stored.ETag || ReadCondition.Date(request, "If-Range") == stored.Modified;

    private static long? Number(Group digits)
    {
        if (digits.Length == 0)
            return null;
        return long.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
    }

    [GeneratedRegex(@"\Abytes=\s*(?<first>[0-9]*)-(?<last>[0-9]*)\s*\z")]
    private static partial Regex Shape();
}
