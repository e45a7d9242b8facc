using System.Text.RegularExpressions;
using EmbeddedAws.Signing;

namespace EmbeddedAws.Host;

/// <summary>
/// Which service of AWS a request is for: the one that it is signed for, as its credential scope says
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html), else the one that it looks like.
/// </summary>
internal static partial class RequestedService
{
    public const string S3 = "s3";
    public const string DynamoDb = "dynamodb";
    public const string ApiGateway = "apigateway";
    public const string ExecuteApi = "execute-api";
    public const string Lambda = "lambda";

    public const string S3Control = "s3-control";

    public static string Of(HttpRequest request) => IsForS3Control(request) ? S3Control : SignedFor(request) ?? LookedLike(request);

    /// <summary>S3 Control is signed for as S3; its requests name the account: https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ListTagsForResource.html.</summary>
    private static bool IsForS3Control(HttpRequest request) =>
        request.Headers.ContainsKey("x-amz-account-id") && request.Path.StartsWithSegments("/v20180820", StringComparison.Ordinal);

    private static string? SignedFor(HttpRequest request)
    {
        if (AuthorizationHeader.Of(request)?.Service is { } service && ServiceName().IsMatch(service))
            return service;
        // S3 says itself what is wrong with a presigned URL.
        return request.Query.ContainsKey("X-Amz-Credential") || request.Query.ContainsKey("AWSAccessKeyId") ? S3 : null;
    }

    private static string LookedLike(HttpRequest request)
    {
        if (request.Headers.ContainsKey("X-Amz-Target"))
            return DynamoDb;
        if (request.Path.StartsWithSegments("/2015-03-31/functions", StringComparison.Ordinal))
            return Lambda;
        return request.Path.StartsWithSegments("/restapis", StringComparison.Ordinal) || request.Path.StartsWithSegments("/_aws", StringComparison.Ordinal)
            ? ExecuteApi
            : S3;
    }

    [GeneratedRegex(@"\A[a-z0-9-]{1,40}\z")]
    private static partial Regex ServiceName();
}
