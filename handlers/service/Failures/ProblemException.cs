namespace ImageService.Handlers.Failures;

/// <summary>Ends an operation with a problem, which becomes the answer.</summary>
public sealed class ProblemException(Problem problem, string detail) : Exception(detail)
{
    /// <summary>A 400 that names what is wrong.</summary>
    /// <param name="problem">The kind of failure.</param>
    /// <param name="errors">One or more; the detail says the same in a sentence.</param>
    public ProblemException(Problem problem, params IReadOnlyList<FieldError> errors)
        : this(problem, string.Join("; ", errors.Select(error => $"{error.Field} {error.Message}")) + ".") => Errors = errors;

    /// <summary>The kind of failure.</summary>
    public Problem Problem => problem;

    /// <summary>The fields that are wrong, for a 400; null elsewhere.</summary>
    public IReadOnlyList<FieldError>? Errors { get; init; }

    /// <summary>Headers that the problem demands, such as <c>Allow</c>.</summary>
    public Dictionary<string, string> Headers { get; } = [];
}
