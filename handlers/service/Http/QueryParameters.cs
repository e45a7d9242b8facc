using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Http;

/// <summary>Reads the query of an operation that knows all its parameters: an unknown or repeated one is a mistake worth telling.</summary>
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
                errors.Add(new FieldError(name, names.IsEmpty ? "is unknown: there are no parameters here" : $"is unknown: there is {string.Join(", ", names)}"));
            else if (values.Count > 1)
                errors.Add(new FieldError(name, "is repeated"));
        }

        if (errors.Count > 0)
            throw new ProblemException(Problems.InvalidParameter, "The query has a parameter that is unknown or repeated.") { Errors = errors };
    }

    /// <summary>The value of a parameter, or null where it is missing.</summary>
    public static string? Parameter(this Request request, string name) =>
        request.Query.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;
}
