using System.Globalization;
using System.Text;

namespace ImageService.E2E.Hostile;

/// <summary>A request whose bytes are written by hand, with a few things in it that are wrong.</summary>
/// <param name="Head">The request line and the headers, with the blank line.</param>
/// <param name="Body">What follows, which may be more or less than the head says.</param>
/// <param name="IsCutOff">Whether there is less, so that the client goes instead of waiting for an answer.</param>
internal sealed record HostileRequest(string Head, byte[] Body, bool IsCutOff)
{
    private static readonly string[] Methods = ["GET", "GET", "POST", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS", "PUT", "TRACE", "PROPFIND"];

    private static readonly string[] Paths =
        ["images", "images/{id}", "images/{id}/variant", "images/delete", "uploads", "uploads/{id}/complete", "openapi.json", "", "images//", "images/{id}/{id}", "{id}"];

    private static readonly string[] Parameters =
        ["limit", "cursor", "order", "fileName", "createdAfter", "createdBefore", "contentType", "tag", "owner", "download", "width", "height", "fit", "crop", "format", "quality", "fbclid", "X-Amz-Signature"];

    private static readonly string[] Headers =
    [
        "Content-Type", "Content-Disposition", "Content-Encoding", "Content-Range", "Accept", "Accept-Encoding", "If-Match", "If-None-Match", "If-Modified-Since", "Range", "If-Range", "Idempotency-Key", "Cookie", "X-Forwarded-For",
        "X-Forwarded-Host", "X-HTTP-Method-Override", "X-Api-Key", "Authorization", "Forwarded", "Via", "Expect", "Upgrade", "TE", "Access-Control-Request-Headers", "X-Amzn-Trace-Id",
    ];

    private static readonly string[] Types = ["image/png", "application/json", "application/merge-patch+json", "multipart/form-data; boundary=frontier", "text/plain", "application/octet-stream"];

    /// <summary>Makes one.</summary>
    /// <param name="basePath">The path of the API.</param>
    /// <param name="authority">The host and the port.</param>
    /// <param name="random">Decides all of it.</param>
    public static HostileRequest Next(string basePath, string authority, Random random)
    {
        var method = Methods[random.Next(Methods.Length)];
        var path = Paths[random.Next(Paths.Length)].Replace("{id}", random.Next(3) == 0 ? Guid.CreateVersion7().ToString() : Pick(HostileTexts.Ids, random), StringComparison.Ordinal);
        var query = string.Join('&', Enumerable.Range(0, random.Next(4)).Select(_ => $"{Pick(Parameters, random)}={Encoded(Pick(HostileTexts.Any, random), random)}"));
        var body = method is "GET" or "HEAD" or "OPTIONS" or "TRACE" && random.Next(4) != 0 ? [] : HostileBodies.Next(random);
        var head = new StringBuilder($"{method} {basePath}/{path}{(query.Length > 0 ? "?" : "")}{query} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n");
        if (random.Next(2) == 0)
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {Pick(Types, random)}\r\n");
        if (random.Next(4) == 0)
            head.Append(CultureInfo.InvariantCulture, $"Content-Encoding: {(random.Next(2) == 0 ? "gzip" : "deflate")}\r\n");
        foreach (var _ in Enumerable.Range(0, random.Next(4)))
            head.Append(CultureInfo.InvariantCulture, $"{Pick(Headers, random)}: {Line(Pick(HostileTexts.Any, random))}\r\n");
        // Mostly right, else a request ends before its first parser.
        var length = random.Next(20);
        head.Append(length switch
        {
            0 => $"Content-Length: {body.Length + random.Next(1, 100)}\r\n",
            1 => $"Content-Length: {body.Length / 2}\r\n",
            2 => "Content-Length: -1\r\n",
            3 => $"Content-Length: {body.Length}\r\nTransfer-Encoding: chunked\r\n",
            4 => "Transfer-Encoding: chunked\r\n",
            5 => "Content-Length: 99999999999999999999\r\n",
            _ => $"Content-Length: {body.Length}\r\n",
        });
        byte[] chunks = [.. Encoding.ASCII.GetBytes($"{body.Length:x};a=\"b\"\r\n"), .. body, .. "\r\n0\r\nX-Trailer: a\r\n\r\n"u8];
        return new HostileRequest($"{head}\r\n", length == 4 && body.Length > 0 ? chunks : body, IsCutOff: length is 0 || (length == 4 && body.Length == 0));
    }

    public override string ToString() => $"{Head}[{Body.Length} bytes: {Convert.ToHexString(Body.AsSpan(0, Math.Min(60, Body.Length)))}]";

    private static string Pick(string[] texts, Random random) => texts[random.Next(texts.Length)];

    /// <summary>As a query has it, or as it is, without what would end the request line.</summary>
    private static string Encoded(string text, Random random) =>
        random.Next(3) == 0 ? Line(text).Replace(' ', '+') : string.Concat(Encoding.UTF8.GetBytes(text).Select(value => $"%{value:X2}"));

    private static string Line(string text) => text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
