using System.Text;

namespace ImageService.Handlers.Formats;

/// <summary>
/// Tells SVG and HTML from other text, as far as their beginning shows. It names what is refused in any case, so a mistake
/// costs no more than a wrong word.
/// </summary>
internal static class Markup
{
    /// <summary>An XML declaration, a comment with a license and a document type may come first.</summary>
    private const int Searched = 4096;

    private static readonly string[] Svg = ["<svg", "<!doctype svg"];
    private static readonly string[] Html = ["<html", "<!doctype html", "<head", "<body", "<script"];

    public static bool IsSvg(ReadOnlySpan<byte> bytes) => First(bytes, Svg) < First(bytes, Html);

    public static bool IsHtml(ReadOnlySpan<byte> bytes) => First(bytes, Html) < First(bytes, Svg);

    /// <summary>The offset of the first of these tags; the largest number if there is none, or if the bytes do not begin with a tag.</summary>
    private static int First(ReadOnlySpan<byte> bytes, string[] tags)
    {
        var start = bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        var text = Encoding.Latin1.GetString(start.AtMost(Searched)).TrimStart();
        var places = text.StartsWith('<') ? tags.Select(tag => text.IndexOf(tag, StringComparison.OrdinalIgnoreCase)) : [];
        return places.Where(place => place >= 0).DefaultIfEmpty(int.MaxValue).Min();
    }
}
