using System.Globalization;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Operations;

/// <summary>
/// The conditions of a GET or HEAD in the order of RFC 9110 section 13.2.2: a condition on the ETag makes the one on the date
/// beside it void, as https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-reads.html has it too.
/// </summary>
internal static class ReadCondition
{
    public static readonly IReadOnlyList<string> Headers = ["If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range"];

    /// <param name="request">The request.</param>
    /// <param name="stored">The object.</param>
    /// <param name="prefix">What the names of the headers begin with: <c>x-amz-copy-source-</c> where they are about the source of a copy.</param>
    /// <returns>False when the client has this version already: 304.</returns>
    /// <exception cref="S3Exception">If-Match or If-Unmodified-Since does not hold.</exception>
    public static bool Holds(S3Request request, StoredObject stored, string prefix = "")
    {
        if (request.Header($"{prefix}If-Match") is { } match)
        {
            if (!ETags.Match(match, stored.ETag))
                throw S3Errors.PreconditionFailed($"{prefix}If-Match");
        }
        else if (Date(request, $"{prefix}If-Unmodified-Since") is { } unmodified && stored.Modified > unmodified)
        {
            throw S3Errors.PreconditionFailed($"{prefix}If-Unmodified-Since");
        }

        if (request.Header($"{prefix}If-None-Match") is { } noneMatch)
            return !ETags.Match(noneMatch, stored.ETag, weakly: true);
        return Date(request, $"{prefix}If-Modified-Since") is not { } modified || stored.Modified > modified;
    }

    /// <summary>A date header; null when it is missing or not an HTTP date, which makes it void.</summary>
    public static DateTimeOffset? Date(S3Request request, string name) =>
        DateTimeOffset.TryParseExact(request.Header(name), "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;
}
