using System.Collections.Concurrent;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Deleting;

/// <summary><c>POST /images/delete</c>: deletes each image as <c>DELETE</c> does. What becomes of one says nothing of the others.</summary>
internal sealed class DeleteImages(ImageDeletion deletion)
{
    /// <summary>How many are deleted at once: enough to hide the time of a call, few enough for the connections of a function.</summary>
    private const int Parallelism = 16;

    public async Task<Response> HandleAsync(Request request, CancellationToken cancellation)
    {
        var ids = DeletionForm.Read(request);
        var refusals = new ConcurrentDictionary<ImageId, Problem>();

        // The deadline cancels the calls, and so ends each id that is left with a timeout.
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (id, _) =>
        {
            if (await TryDeleteAsync(id, request.Notes, cancellation) is { } refusal)
                refusals[id] = refusal;
        });

        return Response.Json(200, ToAnswer(ids, refusals), DeletionJson.Default.Deletions);
    }

    /// <returns>Why it was not deleted; null where it was.</returns>
    private async Task<Problem?> TryDeleteAsync(ImageId id, RequestNotes notes, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            if (await deletion.DeleteAsync(id, condition: null, cancellation) is { } failure)
                notes.Failure = failure;
            return null;
        }
#pragma warning disable CA1031 // One may fail in any way; the others are deleted all the same.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var problem = FailureResponse.ProblemOf(exception);
            if (problem.Status >= 500)
                notes.Failure = exception;
            return problem;
        }
    }

    private static Deletions ToAnswer(IReadOnlyList<ImageId> ids, ConcurrentDictionary<ImageId, Problem> refusals) => new(
        [.. ids.Where(id => !refusals.ContainsKey(id)).Select(id => $"{id}")],
        [.. ids.Where(id => refusals.GetValueOrDefault(id) == Problems.ImageNotFound).Select(id => $"{id}")],
        [.. ids.Where(id => refusals.GetValueOrDefault(id) is { Status: >= 500 }).Select(id => new FailedDeletion($"{id}", refusals[id].Code))]);
}
