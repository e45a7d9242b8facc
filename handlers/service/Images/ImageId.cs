using System.Text.RegularExpressions;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Images;

/// <summary>
/// The id of an image: a UUID of version 7 (RFC 9562), written in lower case. Its first 48 bits are the millisecond of
/// creation, so ids sort by time as text.
/// </summary>
public readonly partial record struct ImageId
{
    /// <summary>The length of a UUID as text.</summary>
    internal const int Length = 36;

    private readonly string _text;

    private ImageId(string text) => _text = text;

    /// <summary>A new id of this moment.</summary>
    internal static ImageId New(DateTimeOffset now) => new(Guid.CreateVersion7(now).ToString());

    /// <summary>The id in the path of a request; the log knows it from then on.</summary>
    /// <exception cref="ProblemException">400 <c>invalid-image-id</c>.</exception>
    internal static ImageId Of(Request request)
    {
        var text = request.PathParameters["id"];
        if (!IsValid(text))
            throw new ProblemException(Problems.InvalidImageId, "The id of an image is a UUID in lower case, such as 019ab3c2-7d1e-7c53-9d0a-3f2b6c1e8a44.");
        request.Notes.ImageId = text;
        return new ImageId(text);
    }

    /// <summary>The id in an item of the table.</summary>
    internal static ImageId Stored(string text) => new(text);

    /// <summary>Whether a text is a UUID in lower case.</summary>
    internal static bool IsValid(string text) =>
        Uuid().IsMatch(text);

    /// <summary>The text that sorts before every version 7 id from this millisecond on, and after all earlier ones.</summary>
    internal static string Floor(long unixMilliseconds)
    {
        var hex = $"{unixMilliseconds:x12}";
        return $"{hex[..8]}-{hex[8..]}-0000-0000-000000000000";
    }

    /// <summary>Whether it was made before a moment, if it is of version 7 at all; any UUID that a client sends can be asked.</summary>
    internal bool IsBefore(DateTimeOffset moment) => string.CompareOrdinal(_text, Floor(moment.ToUnixTimeMilliseconds())) < 0;

    /// <summary>The millisecond of creation.</summary>
    internal DateTimeOffset CreatedAt =>
        DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(string.Concat(_text.AsSpan(0, 8), _text.AsSpan(9, 4)), 16));

    /// <summary>The UUID in lower case.</summary>
    public override string ToString() => _text;

    // Guid.TryParse takes signs, white space and 0x as well.
    [GeneratedRegex(@"\A[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\z")]
    private static partial Regex Uuid();
}
