namespace ImageService.Handlers.Deleting;

/// <summary>The answer to <c>POST /images/delete</c>: each id in exactly one list, in the order asked.</summary>
/// <param name="Deleted">The images that are gone by this request.</param>
/// <param name="NotFound">Those that were not there.</param>
/// <param name="Failed">Those of which it is not known.</param>
internal sealed record Deletions(IReadOnlyList<string> Deleted, IReadOnlyList<string> NotFound, IReadOnlyList<FailedDeletion> Failed);

/// <summary>An image that may still be there.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">The code of the problem that a DELETE of it would have been answered with.</param>
internal sealed record FailedDeletion(string Id, string Code);
