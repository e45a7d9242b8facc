using EmbeddedAws.S3.Cors;
using EmbeddedAws.S3.Errors;
using EmbeddedAws.S3.Objects;

namespace EmbeddedAws.S3.Operations;

/// <summary>
/// The question of a browser whether a page may send what it wants to send. It is never signed, also where the URL is: the signature is
/// for the request to come. https://docs.aws.amazon.com/AmazonS3/latest/API/RESTOPTIONSobject.html
/// </summary>
internal sealed class Preflight(BucketRules cors, Buckets buckets)
{
    /// <summary>Refuses what no rule allows; where one does, its headers are all there is to answer.</summary>
    /// <exception cref="S3Exception">The page may not, or its browser does not say what it wants.</exception>
    public void Check(HttpRequest request, string bucket)
    {
        if (CorsRequest.Of(request) is not { } asked)
            throw S3Errors.BadRequest("Insufficient information. Origin request header needed.");
        if (request.Headers.AccessControlRequestMethod.Count == 0)
            throw S3Errors.BadRequest("Invalid Access-Control-Request-Method: null");
        if (!CorsLimits.Methods.Contains(asked.Method))
            throw S3Errors.BadRequest($"Invalid Access-Control-Request-Method: {asked.Method}");
        if (!buckets.Exists(bucket))
            throw S3Errors.CorsForbidden("Bucket not found", asked.Method, "BUCKET");
        if (cors.Find(bucket) is not { } rules)
            throw S3Errors.CorsForbidden("CORS is not enabled for this bucket.", asked.Method, "BUCKET");
        if (!rules.Any(rule => rule.Covers(asked)))
            throw S3Errors.CorsNotAllowed(asked.Method);
    }
}
