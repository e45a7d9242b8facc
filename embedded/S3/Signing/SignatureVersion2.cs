using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Wire;

namespace EmbeddedAws.S3.Signing;

/// <summary>
/// A presigned URL of version 2, which boto3 and version 1 of the AWS CLI still make for us-east-1 by default:
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/RESTAuthentication.html#RESTAuthenticationQueryStringAuth
/// </summary>
internal static class SignatureVersion2
{
    private static readonly long LatestExpiry = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>The parameters that choose another operation than the path and the method do; they are signed with the path.</summary>
    private static readonly HashSet<string> SubResources =
    [
        "accelerate", "acl", "analytics", "cors", "delete", "inventory", "lifecycle", "location", "logging", "metrics", "notification", "object-lock",
        "partNumber", "policy", "replication", "requestPayment", "restore", "select", "select-type", "storageClass", "tagging", "torrent", "uploadId", "uploads",
        "versionId", "versioning", "versions", "website",
    ];

    public static DateTimeOffset Expires(S3Request request) =>
        ulong.TryParse(request.Query.GetValueOrDefault("Expires"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds((long)Math.Min(seconds, (ulong)LatestExpiry))
            : throw S3Errors.AccessDenied("Invalid date (should be seconds since epoch)");

    /// <summary>All that is signed: a header that is added or altered breaks the signature.</summary>
    public static string StringToSign(S3Request request) => string.Join(
        '\n',
        request.Context.Request.Method,
        request.Header("Content-MD5"),
        request.Header("Content-Type"),
        request.Query["Expires"],
        $"{AmzHeaders(request)}{Path(request)}{SignedQuery(request)}");

    /// <summary>
    /// A parameter that somebody may have added to the URL: it chooses an operation and is not signed, or it stands for a header that is there another time, sent or
    /// as a parameter, of which only the first is signed. Null where there is none.
    /// </summary>
    public static string? Unsigned(S3Request request)
    {
        var hoisted = request.Query.Where(request.IsHoisted).GroupBy(parameter => parameter.Key, StringComparer.OrdinalIgnoreCase).FirstOrDefault(header => header.Count() > 1);
        return hoisted?.Key
            ?? request.Query.Where(parameter => ChoosesUnsigned(parameter.Key) || ContradictsHeader(request, parameter)).Select(parameter => parameter.Key).FirstOrDefault();
    }

    // Version 2 is SHA-1 by definition; it protects nothing but a cloud on this machine.
#pragma warning disable CA5350
    public static string Of(string stringToSign, string secret) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(stringToSign)));
#pragma warning restore CA5350

    private static bool ChoosesUnsigned(string name) => OperationNames.Parameters.Contains(name) && !SubResources.Contains(name);

    private static bool ContradictsHeader(S3Request request, KeyValuePair<string, string> parameter) =>
        request.IsHoisted(parameter) && request.Context.Request.Headers.TryGetValue(parameter.Key, out var values) && HeaderText.Joined(values) != parameter.Value;

    private static string AmzHeaders(S3Request request)
    {
        var headers = request.Context.Request.Headers.Select(header => (Name: header.Key.ToLowerInvariant(), Value: HeaderText.Joined(header.Value)));
        var hoisted = request.Query.Where(request.IsHoisted).Select(parameter => (Name: parameter.Key.ToLowerInvariant(), parameter.Value));
        return string.Concat(headers.Concat(hoisted)
            .Where(header => header.Name.StartsWith("x-amz-", StringComparison.Ordinal))
            .DistinctBy(header => header.Name)
            .OrderBy(header => header.Name, StringComparer.Ordinal)
            .Select(header => $"{header.Name}:{header.Value.Trim()}\n"));
    }

    /// <summary>The path as it was sent; of a bucket the slash at its end is signed whether it was sent or not.</summary>
    private static string Path(S3Request request) =>
        request.Bucket.Length > 0 && request.Key.Length == 0 ? $"/{request.Target.Bucket}/" : request.Target.Path;

    private static string SignedQuery(S3Request request)
    {
        var parameters = string.Join('&', request.Query
            .Where(parameter => SubResources.Contains(parameter.Key) || parameter.Key.StartsWith("response-", StringComparison.Ordinal))
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => parameter.Value.Length > 0 ? $"{parameter.Key}={parameter.Value}" : parameter.Key));
        return parameters.Length > 0 ? $"?{parameters}" : "";
    }
}
