using System.Globalization;
using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Http;

/// <summary>The one place where a failure becomes an answer.</summary>
internal static class FailureResponse
{
    /// <summary>When to come back after a 503, in seconds: throttling and fail-overs of AWS are mostly over by then.</summary>
    private const int RetryAfterSeconds = 2;

    /// <summary>Problems repeat what a client sent, to name it; that must not make an answer large.</summary>
    private const int LongestText = 500;

    private const int MostErrors = 32;

    /// <summary>The problem that an exception is to a client.</summary>
    public static Problem ProblemOf(Exception exception) => exception switch
    {
        ProblemException problem => problem.Problem,
        _ when AwsFailure.IsTimeout(exception) => Problems.Timeout,
        _ when AwsFailure.IsUnavailable(exception) => Problems.Unavailable,
        _ => Problems.Internal,
    };

    /// <summary>The answer to an exception that ended an operation.</summary>
    /// <param name="exception">What the operation threw.</param>
    /// <param name="requestId">The id of the request.</param>
    public static Response ToResponse(Exception exception, string requestId)
    {
        if (exception is ProblemException refusal)
            return ToResponse(refusal, requestId);
        var problem = ProblemOf(exception);
        return ToResponse(problem, DetailOf(problem, requestId), requestId);
    }

    /// <summary>Tells the request id and nothing about the inside: the log holds the rest.</summary>
    private static string DetailOf(Problem problem, string requestId) =>
        problem == Problems.Timeout ? $"The service did not get an answer in time. Try again; request {requestId}."
        : problem == Problems.Unavailable ? $"The service cannot answer right now. Try again after {RetryAfterSeconds} seconds; request {requestId}."
        : $"The service failed. Its log has the details under request {requestId}.";

    private static Response ToResponse(ProblemException exception, string requestId)
    {
        var response = ToResponse(exception.Problem, exception.Message, requestId, exception.Errors);
        foreach (var (name, value) in exception.Headers)
            response.Headers[name] = value;
        return response;
    }

    private static Response ToResponse(Problem problem, string detail, string requestId, IReadOnlyList<FieldError>? errors = null)
    {
        var named = errors?.Take(MostErrors).Select(error => error with { Field = Shorten(error.Field) }).ToList();
        var details = new ProblemDetails(problem.Type, problem.Title, problem.Status, Shorten(detail), problem.Code, requestId, named);
        var response = Response.Json(problem.Status, details, ProblemJson.Default.ProblemDetails, "application/problem+json");
        if (problem == Problems.Unavailable)
            response.Headers["Retry-After"] = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return response;
    }

    private static string Shorten(string text) => text.Length > LongestText ? $"{text.AsSpan(0, LongestText)}…" : text;
}
