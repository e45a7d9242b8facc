using System.Text.Json;

namespace EmbeddedAws.Host;

/// <summary>
/// Keeps out the pages of others. A browser lets any page send requests to this machine, signed ones too, since <c>test</c>/<c>test</c> is no secret. But it
/// says which page does (https://fetch.spec.whatwg.org/#origin-header), and by which name it was led here, where a foreign name was made to lead to this
/// machine (DNS rebinding).
/// </summary>
/// <param name="names">The names of this machine.</param>
/// <param name="origins">Origins whose pages are let in, besides those of this machine.</param>
internal sealed class PageGuard(LocalNames names, IEnumerable<string> origins)
{
    private readonly HashSet<string> _origins = [.. origins.Select(origin => OriginOf(origin) ?? throw new ArgumentException($"{origin} is not an origin.", nameof(origins)))];

    /// <summary>Why a request is refused, and what its user can do; null where it is not.</summary>
    /// <param name="request">The request.</param>
    /// <param name="mayBeLinked">Whether a link on any page may lead here.</param>
    public string? ReasonToRefuse(HttpRequest request, bool mayBeLinked)
    {
        if (!names.Contains(request.Host.Host))
            return $"{Shown(request.Host.Host)} is not a name of this machine. If it should be, start the cloud with --allow-host and this name.";
        if (request.Headers.Origin.FirstOrDefault(origin => !IsAllowed(origin)) is { } foreign)
        {
            return foreign == "null"
                ? "A page without an origin, such as a file or a sandboxed frame, may not use this cloud. Serve the page from localhost."
                : $"A page of {Shown(foreign)} may not use this cloud. If the page is yours, start the cloud with --allow-origin and its origin.";
        }

        return request.Headers.Origin.Count == 0 && IsOfForeignPage(request) && !(mayBeLinked && IsLink(request))
            ? "A page of another site may not use this cloud. If the page is yours, start the cloud with --allow-origin and its origin, and let it send its Referer."
            : null;
    }

    /// <summary>Answers 403 as API Gateway's own answers are here: RFC 9457.</summary>
    public static async Task ForbidAsync(HttpContext context, string reason)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "application/problem+json";
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.WriteAsync(JsonSerializer.Serialize(new { type = "about:blank", title = "Forbidden", status = 403, detail = reason }), context.RequestAborted);
    }

    /// <summary>
    /// Pictures, scripts, frames and links carry no Origin. Of those a browser says whether they are of another site, to which <c>localhost:3000</c> belongs
    /// if this is <c>127.0.0.1:4566</c>: the Referer tells them apart, which a page can leave out and not invent.
    /// </summary>
    private bool IsOfForeignPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"] == "cross-site" && !IsAllowed(request.Headers.Referer);

    /// <summary>Whether a user follows a link, so that the page with the link cannot see the answer.</summary>
    private static bool IsLink(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";

    private bool IsAllowed(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var page)
        && (((page.Scheme == Uri.UriSchemeHttp || page.Scheme == Uri.UriSchemeHttps) && names.Contains(page.Host)) || _origins.Contains(OriginOf(url)!));

    private static string? OriginOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var page) ? page.GetLeftPart(UriPartial.Authority) : null;

    /// <summary>What a client sends must not control the terminal of the one who reads the log.</summary>
    private static string Shown(string text) => text.Length is > 0 and <= 255 && text.All(char.IsAscii) && !text.Any(char.IsControl) ? text : "An unreadable name";
}
