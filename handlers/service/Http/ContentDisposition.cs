using System.Text;

namespace ImageService.Handlers.Http;

/// <summary>What a Content-Disposition says (RFC 6266, RFC 7578), of a request or of a part of a form.</summary>
/// <param name="Name">The name of the form's field, or null.</param>
/// <param name="FileName">The name of the file without any path; null if it is missing or cannot be read.</param>
/// <param name="IsFile">Whether a file name is given at all: browsers give an empty one where no file was chosen.</param>
internal sealed record ContentDisposition(string? Name, string? FileName, bool IsFile)
{
    /// <summary>Reads the header of a request. Its bytes may have come as Latin-1.</summary>
    public static ContentDisposition OfRequest(string? header) => Read(FromLatin1(header ?? ""), isForm: false);

    /// <summary>Reads the header of a part of a form, which is UTF-8.</summary>
    public static ContentDisposition OfPart(string? header) => Read(header ?? "", isForm: true);

    private static ContentDisposition Read(string header, bool isForm)
    {
        var parameters = HeaderParameters.Read(header);
        string? ValueOf(string name) => parameters.Find(parameter => parameter.Name == name) is { } found ? TextOf(found, isForm) : null;
        var extended = parameters.Find(parameter => parameter.Name == "filename*");
        return new ContentDisposition(
            ValueOf("name"),
            LastSegment(extended is null ? null : ExtendedValue.Decode(extended.Value)) ?? LastSegment(EncodedWords.Decode(ValueOf("filename"))),
            parameters.Exists(parameter => parameter.Name is "filename" or "filename*"));
    }

    /// <summary>
    /// In forms, browsers and curl escape a quote as %22 (https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data).
    /// Line breaks stay as they escape them, %0D and %0A: no file name may have one.
    /// </summary>
    private static string TextOf(HeaderParameter parameter, bool isForm) =>
        isForm && parameter.IsQuoted ? parameter.Value.Replace("%22", "\"", StringComparison.Ordinal) : parameter.Value;

    /// <summary>A path is cut to its last segment, whichever system it is of (RFC 6266, section 4.3; RFC 7578, section 4.2).</summary>
    private static string? LastSegment(string? path) =>
        path?[(path.AsSpan().LastIndexOfAny('/', '\\') + 1)..] is { Length: > 0 } name ? name : null;

    /// <summary>A gateway may pass on the bytes of a header as Latin-1: then those of UTF-8 are read as such.</summary>
    private static string FromLatin1(string text)
    {
        if (text.All(char.IsAscii) || text.Any(character => character > 0xFF))
            return text;
        var bytes = Encoding.Latin1.GetBytes(text);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : text;
    }
}
