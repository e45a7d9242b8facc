using System.Buffers.Text;
using System.Text;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Listing;

/// <summary>
/// Where a listing goes on: the sort key of the last image, and a digest of it and of the filters, so that a cursor is
/// good for its own listing only. The digest has no key: it finds mistakes, and there is nothing to protect.
/// </summary>
internal static class Cursor
{
    private const int DigestLength = 16;

    /// <summary>The cursor after a position.</summary>
    public static string Write(string position, ListParameters parameters) =>
        Base64Url.EncodeToString([.. Digest(position, parameters), .. Encoding.UTF8.GetBytes(position)]);

    /// <summary>The position in a cursor.</summary>
    /// <exception cref="ProblemException">400 <c>invalid-cursor</c>.</exception>
    public static string Read(string cursor, ListParameters parameters, ListPlan plan)
    {
        var bytes = Base64Url.IsValid(cursor) ? Base64Url.DecodeFromChars(cursor) : [];
        if (bytes.Length > DigestLength)
        {
            var position = Encoding.UTF8.GetString(bytes.AsSpan(DigestLength));
            if (Write(position, parameters) == cursor && plan.Holds(position))
                return position;
        }

        throw new ProblemException(Problems.InvalidCursor, "The cursor was altered, or belongs to a listing with other filters. Start again without one.");
    }

    private static ReadOnlySpan<byte> Digest(string position, ListParameters parameters)
    {
        // The limit may change from page to page; all else is the listing.
        var fingerprint = Fingerprint.Of(
            position, parameters.Ascending, parameters.FileNamePrefix, parameters.CreatedFrom, parameters.CreatedUntil,
            parameters.ContentType, parameters.Tag, parameters.Owner);
        return fingerprint.AsSpan(0, DigestLength);
    }
}
