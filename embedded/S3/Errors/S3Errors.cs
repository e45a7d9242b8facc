using System.Globalization;

namespace EmbeddedAws.S3.Errors;

/// <summary>
/// Every error that this S3 answers with, worded as S3 words it:
/// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
/// </summary>
internal static partial class S3Errors
{
    public static S3Exception AccessDenied(string message, params (string, string)[] details) => new(403, "AccessDenied", message, details);

    public static S3Exception AuthorizationHeaderMalformed(string message) =>
        new(400, "AuthorizationHeaderMalformed", $"The authorization header is malformed; {message}");

    public static S3Exception AuthorizationQueryParameters(string message) => new(400, "AuthorizationQueryParametersError", message);

    public static S3Exception BadChecksum(string algorithm) =>
        new(400, "BadDigest", $"The {algorithm} you specified did not match the calculated checksum.");

    public static S3Exception BadContentMd5(string expected, string calculated) =>
        new(
            400,
            "BadDigest",
            "The Content-MD5 you specified did not match what we received.",
            ("ExpectedDigest", expected),
            ("CalculatedDigest", calculated));

    public static S3Exception BadRequest(string message) => new(400, "BadRequest", message);

    public static S3Exception BucketNotEmpty(string bucket) =>
        new(409, "BucketNotEmpty", "The bucket you tried to delete is not empty", ("BucketName", bucket));

    public static S3Exception ConditionalRequestConflict(string condition, string key) =>
        new(
            409,
            "ConditionalRequestConflict",
            "The conditional request cannot succeed due to a conflicting operation against this resource.",
            ("Condition", condition),
            ("Key", key));

    public static S3Exception ContentSha256Mismatch(string client, string computed) =>
        new(
            400,
            "XAmzContentSHA256Mismatch",
            "The provided 'x-amz-content-sha256' header does not match what was computed.",
            ("ClientComputedContentSHA256", client),
            ("S3ComputedContentSHA256", computed));

    /// <param name="reason">Why a page may not.</param>
    /// <param name="method">The method that it wants to use.</param>
    /// <param name="resource"><c>BUCKET</c> or <c>OBJECT</c>.</param>
    public static S3Exception CorsForbidden(string reason, string method, string resource) =>
        new(403, "AccessForbidden", $"CORSResponse: {reason}", ("Method", method), ("ResourceType", resource));

    /// <summary>Worded as S3 does, spelling included.</summary>
    public static S3Exception CorsNotAllowed(string method) => CorsForbidden(
        "This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or "
        + "Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
        method,
        "OBJECT");

    public static S3Exception EntityTooLarge(long size, long limit) =>
        new(
            400,
            "EntityTooLarge",
            "Your proposed upload exceeds the maximum allowed size",
            ("ProposedSize", Text(size)),
            ("MaxSizeAllowed", Text(limit)));

    public static S3Exception IllegalVersioningConfiguration() =>
        new(400, "IllegalVersioningConfigurationException", "The Versioning element must be specified");

    public static S3Exception IncompleteBody(string message = "The request body terminated unexpectedly") => new(400, "IncompleteBody", message);

    /// <summary>A failure that a test asked for, under whatever code it wants.</summary>
    public static S3Exception Injected(int status, string code, string message) => new(status, code, message);

    public static S3Exception InvalidAccessKeyId(string id) =>
        new(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", ("AWSAccessKeyId", id));

    public static S3Exception InvalidArgument(string message, string name, string value) =>
        new(400, "InvalidArgument", message, ("ArgumentName", name), ("ArgumentValue", value));

    public static S3Exception InvalidBucketName(string bucket) =>
        new(400, "InvalidBucketName", "The specified bucket is not valid.", ("BucketName", bucket));

    /// <param name="chunk">The number of the chunk that follows the one that is too small.</param>
    /// <param name="size">How many bytes the one that is too small has.</param>
    /// <param name="least">How many it needs.</param>
    public static S3Exception InvalidChunkSize(int chunk, long size, int least) =>
        new(
            403,
            "InvalidChunkSizeError",
            $"Only the last chunk is allowed to have a size less than {least} bytes",
            ("Chunk", Text(chunk)),
            ("BadChunkSize", Text(size)));

    public static S3Exception InvalidDigest(string digest) =>
        new(400, "InvalidDigest", "The Content-MD5 you specified was invalid.", ("Content-MD5", digest));

    public static S3Exception InvalidRange(string range, long size) =>
        new(416, "InvalidRange", "The requested range is not satisfiable", ("RangeRequested", range), ("ActualObjectSize", Text(size)));

    public static S3Exception BucketInHost(string host) => InvalidRequest(host.Contains(".execute-api.", StringComparison.OrdinalIgnoreCase)
        ? "The embedded cloud reads the API from the path, not from the host: /restapis/{api}/{stage}/_user_request_ or /_aws/execute-api/{api}/{stage}."
        : $"The embedded cloud reads the bucket from the path, not from the host {host}. Let the client use path style: ForcePathStyle or forcePathStyle of an SDK, "
        + "addressing_style=path of the AWS CLI and boto3, --path-style of other tools. If this is another name of this machine, start the cloud with --allow-host and this name.");

    public static S3Exception InvalidRequest(string message) => new(400, "InvalidRequest", message);

    public static S3Exception InvalidTag(string message, string key) => new(400, "InvalidTag", message, ("TagKey", key));

    public static S3Exception InvalidUri() => new(400, "InvalidURI", "Couldn't parse the specified URI.");

    public static S3Exception KeyTooLong(int size, int limit) =>
        new(400, "KeyTooLongError", "Your key is too long", ("Size", Text(size)), ("MaxSizeAllowed", Text(limit)));

    public static S3Exception MalformedPolicy(string message) => new(400, "MalformedPolicy", message);

    public static S3Exception MalformedTrailer() =>
        new(400, "MalformedTrailerError", "The request contained trailing data that was not well-formed or did not conform to our published schema.");

    public static S3Exception MalformedXml() =>
        new(400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    public static S3Exception MetadataTooLarge(int size, int limit) =>
        new(
            400,
            "MetadataTooLarge",
            "Your metadata headers exceed the maximum allowed metadata size",
            ("Size", Text(size)),
            ("MaxSizeAllowed", Text(limit)));

    public static S3Exception MissingContentLength() => new(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");

    public static S3Exception NoSuchBucket(string bucket) => new(404, "NoSuchBucket", "The specified bucket does not exist", ("BucketName", bucket));

    public static S3Exception NoSuchCorsConfiguration(string bucket) =>
        new(404, "NoSuchCORSConfiguration", "The CORS configuration does not exist", ("BucketName", bucket));

    public static S3Exception NoSuchKey(string key) => new(404, "NoSuchKey", "The specified key does not exist.", ("Key", key));

    /// <summary>A setting that a bucket does not have; each setting has its own code for that.</summary>
    public static S3Exception NoSuchSetting(string code, string message, string bucket) => new(404, code, message, ("BucketName", bucket));

    /// <param name="kind">What is not implemented: <c>Operation</c>, <c>Header</c>, <c>Parameter</c> or <c>Element</c>.</param>
    /// <param name="name">Its name.</param>
    public static S3Exception NotImplemented(string kind, string name) =>
        new(501, "NotImplemented", $"The embedded S3 does not implement this: {kind} {name}", (kind, name));

    public static S3Exception PreconditionFailed(string condition) =>
        new(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold", ("Condition", condition));

    public static S3Exception RequestTimeout() =>
        new(400, "RequestTimeout", "Your socket connection to the server was not read from or written to within the timeout period.");

    /// <param name="requestTime">When the client says that it is.</param>
    /// <param name="serverTime">When it is.</param>
    /// <param name="allowed">How far the two may be apart.</param>
    public static S3Exception RequestTimeTooSkewed(string requestTime, string serverTime, TimeSpan allowed) =>
        new(
            403,
            "RequestTimeTooSkewed",
            "The difference between the request time and the current time is too large.",
            ("RequestTime", requestTime),
            ("ServerTime", serverTime),
            ("MaxAllowedSkewMilliseconds", Text((long)allowed.TotalMilliseconds)));

    public static S3Exception SignatureDoesNotMatch(string accessKeyId, string stringToSign, string canonicalRequest) =>
        new(
            403,
            "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
            ("AWSAccessKeyId", accessKeyId),
            ("StringToSign", stringToSign),
            ("CanonicalRequest", canonicalRequest));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
