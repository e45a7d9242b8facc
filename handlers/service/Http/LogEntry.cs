using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Http;

/// <summary>What the log says of a request. Nothing in it is free text of a client: no path, no query, no file name.</summary>
/// <param name="Operation">The operation, as the API names it: <c>downloadImage</c>.</param>
/// <param name="RequestId">The id that the answer carries too.</param>
/// <param name="ImageId">The image that it was about, where one is known.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Failure">
/// What went wrong: the cause of a 5xx, or what failed without changing the answer. Null for a 4xx, which tells its client all there is.
/// </param>
public sealed record LogEntry(string Operation, string RequestId, string? ImageId, int Status, TimeSpan Elapsed, Exception? Failure)
{
    /// <summary>What is wrong with the event itself (see <see cref="Http.Request.Flaw"/>), else null: its sender may never see the answer.</summary>
    public string? Flaw { get; init; }

    /// <summary>Whether the bytes of the image are missing, incomplete or altered: no retry helps, so somebody has to look at it.</summary>
    public bool IsImageDamaged => Failure is ProblemException { Problem: var problem } && problem == Problems.ImageDamaged;
}
