using System.Security.Cryptography;
using System.Text;

namespace ImageService.Handlers.Gallery;

/// <summary>The file <c>handlers/gallery.html</c>, byte for byte, and what a browser may do with it.</summary>
/// <param name="Html">The file.</param>
/// <param name="Policy">The Content-Security-Policy.</param>
/// <param name="ETag">Changes with the file and with the policy, since a browser that keeps the one keeps the other.</param>
internal sealed record GalleryPage(ReadOnlyMemory<byte> Html, string Policy, string ETag)
{
    /// <summary>Reads the embedded file, and makes its Content-Security-Policy.</summary>
    /// <param name="storage">The origin of S3: uploads go there, and large downloads come from there.</param>
    public static GalleryPage Read(string storage)
    {
        using var stream = typeof(GalleryPage).Assembly.GetManifestResourceStream("gallery.html")!;
        var html = new byte[stream.Length];
        stream.ReadExactly(html);
        var policy = PolicyOf(html, storage);
        return new GalleryPage(html, policy, $"\"{Convert.ToHexStringLower(SHA256.HashData([.. html, .. Encoding.UTF8.GetBytes(policy)]))}\"");
    }

    /// <summary>Only the script and the style of the file itself: whatever a name or a title says, it stays text.</summary>
    private static string PolicyOf(ReadOnlySpan<byte> html, string storage) => string.Join("; ",
        "default-src 'none'",
        $"script-src '{HashOf(html, "script")}'",
        $"style-src '{HashOf(html, "style")}'",
        $"connect-src 'self' {storage}",
        $"img-src 'self' blob: {storage}",
        "worker-src blob:",
        "trusted-types gallery",
        "require-trusted-types-for 'script'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'");

    /// <summary>The hash of the text of an element (https://www.w3.org/TR/CSP3/#source-list-syntax, <c>hash-source</c>).</summary>
    private static string HashOf(ReadOnlySpan<byte> html, string element)
    {
        var start = html.IndexOf(Encoding.ASCII.GetBytes($"<{element}>")) + element.Length + 2;
        var length = html[start..].IndexOf(Encoding.ASCII.GetBytes($"</{element}>"));
        return $"sha256-{Convert.ToBase64String(SHA256.HashData(html.Slice(start, length)))}";
    }
}
