namespace EmbeddedAws.ControlPlane;

/// <summary>A part of a list. It begins after the name that the part before ended with, whatever was added or removed in between.</summary>
/// <param name="After">That name; null for the first part.</param>
/// <param name="Most">How many items it has at most.</param>
internal sealed record Page(string? After, int Most)
{
    /// <summary>Reads the members of a request that say which part of a list it wants.</summary>
    /// <param name="request">The request.</param>
    /// <param name="after">The member with the name: <c>Marker</c>.</param>
    /// <param name="limit">The member with the number: <c>MaxItems</c>.</param>
    /// <param name="usual">The number where it is not given.</param>
    /// <param name="most">The largest number.</param>
    public static Page Of(ControlRequest request, string after, string limit, int usual, int most) => request.Number(limit) is var number && (number is null || (number >= 1 && number <= most))
        ? new Page(request.Text(after) is { Length: > 0 } name ? name : null, number ?? usual)
        : throw request.Invalid($"1 validation error detected: Value '{number}' at '{limit}' failed to satisfy constraint: Member must have value from 1 to {most}");

    /// <summary>The items of the part.</summary>
    /// <param name="all">All items of the list.</param>
    /// <param name="name">What they are sorted by.</param>
    /// <returns>The items, and the name that the next part begins after; null where this is the last.</returns>
    public (IReadOnlyList<T> Items, string? Next) Cut<T>(IEnumerable<T> all, Func<T, string> name)
    {
        var rest = all.OrderBy(name, StringComparer.Ordinal).Where(item => After is null || string.CompareOrdinal(name(item), After) > 0).ToList();
        return rest.Count <= Most ? (rest, null) : (rest[..Most], name(rest[Most - 1]));
    }
}
