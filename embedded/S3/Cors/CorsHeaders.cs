using System.Globalization;

namespace EmbeddedAws.S3.Cors;

/// <summary>The headers by which a browser learns what a page may do.</summary>
internal static class CorsHeaders
{
    private const string Varying = "Origin, Access-Control-Request-Headers, Access-Control-Request-Method";

    public static void Write(IHeaderDictionary headers, CorsRule rule, CorsRequest request)
    {
        headers.AccessControlAllowOrigin = rule.IsForAll ? "*" : request.Origin;
        if (!rule.IsForAll)
            headers.AccessControlAllowCredentials = "true";
        headers.AccessControlAllowMethods = string.Join(", ", rule.AllowedMethods);
        if (request.Headers.Count > 0)
            headers.AccessControlAllowHeaders = string.Join(", ", request.Headers.Select(header => header.ToLowerInvariant()));
        if (rule.ExposeHeaders.Count > 0)
            headers.AccessControlExposeHeaders = string.Join(", ", rule.ExposeHeaders);
        if (rule.MaxAgeSeconds is { } seconds)
            headers.AccessControlMaxAge = seconds.ToString(CultureInfo.InvariantCulture);
        headers.Vary = Varying;
    }
}
