using System.Text.RegularExpressions;

namespace ImageService.Local.Host;

/// <summary>
/// Which service of AWS a request is for: the one that it is signed for, as its credential scope says
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html), else the one that it looks like.
/// </summary>
internal static partial class RequestedService
{
    public const string S3 = "s3";
    public const string DynamoDb = "dynamodb";
    public const string ApiGateway = "apigateway";
    public const string Lambda = "lambda";

    public static string Of(HttpRequest request) => SignedFor(request) ?? LookedLike(request);

    private static string? SignedFor(HttpRequest request)
    {
        var header = ScopeInHeader().Match(request.Headers.Authorization.ToString());
        var scope = header.Success ? header : Scope().Match(request.Query["X-Amz-Credential"].ToString());
        return scope.Success ? scope.Groups["service"].Value : null;
    }

    private static string LookedLike(HttpRequest request)
    {
        if (request.Headers.ContainsKey("X-Amz-Target"))
            return DynamoDb;
        if (request.Path.StartsWithSegments("/2015-03-31/functions", StringComparison.Ordinal))
            return Lambda;
        return request.Path.StartsWithSegments("/restapis", StringComparison.Ordinal) || request.Path.StartsWithSegments("/_aws", StringComparison.Ordinal)
            ? ApiGateway
            : S3;
    }

    [GeneratedRegex(@"\AAWS4-[^ ]+ .*Credential=[^,\s]*/(?<service>[a-z0-9-]{1,40})/aws4_request(,|\s|\z)")]
    private static partial Regex ScopeInHeader();

    [GeneratedRegex(@"/(?<service>[a-z0-9-]{1,40})/aws4_request\z")]
    private static partial Regex Scope();
}
