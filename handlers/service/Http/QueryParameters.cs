using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Http;

/// <summary>
/// Reads the query. Parameters that an operation does not know are ignored, since links collect them (<c>fbclid</c>, <c>_=1</c>), except where a
/// misspelt one would answer something else than what was asked for.
/// </summary>
internal static class QueryParameters
{
    /// <summary>Checks that the query holds nothing but these parameters, each once at most.</summary>
    /// <exception cref="ProblemException">400, with an error for each parameter that is unknown or repeated.</exception>
    public static void AllowOnly(this Request request, params ReadOnlySpan<string> names)
    {
        var errors = new List<FieldError>();
        foreach (var (name, values) in request.Query)
        {
            if (!names.Contains(name))
                errors.Add(new FieldError(name, $"is unknown: the parameters are {string.Join(", ", names)}"));
            else if (values.Count > 1)
                errors.Add(new FieldError(name, "must be given once"));
        }

        if (errors.Count > 0)
            throw new ProblemException(Problems.InvalidParameter, "The query has a parameter that is unknown or repeated.") { Errors = errors };
    }

    /// <summary>The value of a parameter; null where it is missing or empty: forms send the fields that were left empty, too.</summary>
    public static string? Parameter(this Request request, string name) =>
        request.Query.TryGetValue(name, out var values) && values is [{ Length: > 0 } value, ..] ? value : null;
}
