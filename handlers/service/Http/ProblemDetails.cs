using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Http;

/// <summary>The body of a failure: <c>application/problem+json</c> of RFC 9457, with the members of this API.</summary>
/// <param name="Type">The URN of the problem.</param>
/// <param name="Title">The problem in a few words, the same each time.</param>
/// <param name="Status">The HTTP status again.</param>
/// <param name="Detail">What happened this time, and what to do.</param>
/// <param name="Code">The stable name for programs.</param>
/// <param name="RequestId">Where to look in the log.</param>
/// <param name="Errors">The fields that are wrong; only for a 400.</param>
internal sealed record ProblemDetails(
    string Type, string Title, int Status, string Detail, string Code, string RequestId, IReadOnlyList<FieldError>? Errors);
