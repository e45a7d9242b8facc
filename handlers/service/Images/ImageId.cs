using System.Text.RegularExpressions;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Images;

/// <summary>
/// The id of an image: a UUID of version 7 (RFC 9562), written in lower case and read in either. Its first 48 bits are the millisecond of
/// creation, so ids sort by time as text.
/// </summary>
public readonly partial record struct ImageId
{
    /// <summary>The length of a UUID as text.</summary>
    internal const int Length = 36;

    /// <summary>
    /// How long after it was made an id may still become that of an image: half of the day after which an object without an item is
    /// garbage, so the item is there long before.
    /// </summary>
    internal static readonly TimeSpan Usable = TimeSpan.FromHours(12);

    private readonly string _text;

    private ImageId(string text) => _text = text;

    /// <summary>A new id of this moment.</summary>
    internal static ImageId New(DateTimeOffset now) => new(Guid.CreateVersion7(now).ToString());

    /// <summary>The id in the path of a request.</summary>
    /// <exception cref="ProblemException">400 <c>invalid-image-id</c>.</exception>
    internal static ImageId Of(Request request) => In(request)
        ?? throw new ProblemException(Problems.InvalidImageId, "The id of an image must be a UUID, such as 019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44.");

    /// <summary>The id in the path of a request, or null for a path without one.</summary>
    internal static ImageId? In(Request request) => request.PathParameters.TryGetValue("id", out var text) ? Parse(text) : null;

    /// <summary>The id that a text writes in either case (RFC 9562, section 4), or null.</summary>
    internal static ImageId? Parse(string text) => Uuid().IsMatch(text) ? new ImageId(text.ToLowerInvariant()) : null;

    /// <summary>The id that a text is, if the service can have made it; null for any other UUID too, such as one of a time that no clock has.</summary>
    internal static ImageId? Made(string text) =>
        Parse(text) is { } id && id._text == text && Guid.Parse(text).Version == 7 && id.UnixMilliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? id : null;

    /// <summary>The id in an item of the table.</summary>
    internal static ImageId Stored(string text) => new(text);

    /// <summary>The text that sorts before every version 7 id from this millisecond on, and after all earlier ones: what ids of it begin with.</summary>
    internal static string Floor(long unixMilliseconds)
    {
        var hex = $"{unixMilliseconds:x12}";
        return $"{hex[..8]}-{hex[8..]}";
    }

    /// <summary>Whether it was made too long ago to become an image, if it is of version 7 at all; any UUID that a client sends can be asked.</summary>
    internal bool IsTooOld(DateTimeOffset now) => string.CompareOrdinal(_text, OldestUsable(now)) < 0;

    /// <summary>The text that sorts before all ids that may still become those of an image, and after those that are too old.</summary>
    internal static string OldestUsable(DateTimeOffset now) => Floor((now - Usable).ToUnixTimeMilliseconds());

    /// <summary>The millisecond of creation.</summary>
    internal DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds(UnixMilliseconds);

    private long UnixMilliseconds => Convert.ToInt64(string.Concat(_text.AsSpan(0, 8), _text.AsSpan(9, 4)), 16);

    /// <summary>The UUID in lower case.</summary>
    public override string ToString() => _text;

    // Guid.TryParse takes signs, white space and 0x as well.
    [GeneratedRegex(@"\A[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\z")]
    private static partial Regex Uuid();
}
