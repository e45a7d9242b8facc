using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace ImageService.Handlers.Failures;

/// <summary>
/// Tells what an exception of the AWS SDK means for the caller. The SDK has retried by then
/// (its clients are configured to), so a failure that is seen here has lasted for all attempts.
/// </summary>
internal static class AwsFailure
{
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html: throttling that comes as a 400. That of S3 is a 503.
    private static readonly HashSet<string> ThrottlingCodes =
        ["ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded", "Throttling"];

    // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html: reasons that pass.
    private static readonly HashSet<string> ContentionReasons = ["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"];

    /// <summary>No answer came in time: of one attempt, or before the function's own deadline.</summary>
    public static bool IsTimeout(Exception exception) =>
        Chain(exception).Any(e => e is OperationCanceledException or TimeoutException)
        || Chain(exception).OfType<AmazonServiceException>().Any(e => e.ErrorCode == "RequestTimeout");

    /// <summary>
    /// A transaction met another write of one of its items, or itself, since an attempt that was given up is still under way; or a write met a transaction, or
    /// some part was throttled: in a moment the same call may succeed. A condition that failed in the same call may hold by then.
    /// </summary>
    public static bool IsContention(Exception exception) => exception switch
    {
        TransactionConflictException or TransactionInProgressException => true,
        TransactionCanceledException canceled => (canceled.CancellationReasons ?? []).Any(reason => ContentionReasons.Contains(reason.Code ?? "")),
        _ => false,
    };

    /// <summary>AWS throttles, answers 5xx or not whole, refuses the connection or cuts it; or writes went on meeting each other.</summary>
    public static bool IsUnavailable(Exception exception) => Chain(exception).Any(e => e switch
    {
        _ when IsContention(e) => true,
        // What came in does not parse: its end is missing. It has the status of the answer, which says nothing then.
        AmazonUnmarshallingException => true,
        AmazonServiceException service => service.StatusCode >= HttpStatusCode.InternalServerError
            || service.StatusCode == HttpStatusCode.TooManyRequests
            || ThrottlingCodes.Contains(service.ErrorCode ?? ""),
        HttpRequestException or SocketException or IOException => true,
        _ => false,
    });

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var next = exception; next is not null; next = next.InnerException)
            yield return next;
    }
}
