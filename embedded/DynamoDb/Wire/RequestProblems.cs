using EmbeddedAws.DynamoDb.Errors;

namespace EmbeddedAws.DynamoDb.Wire;

/// <summary>What is wrong with the members of one request: found while it is read, and reported together as AWS does.</summary>
internal sealed class RequestProblems
{
    /// <summary>AWS reports no more than this.</summary>
    private const int MostViolations = 10;

    private readonly List<string> _violations = [];
    private readonly List<RequestReader> _readers = [];

    public void Add(RequestReader reader) => _readers.Add(reader);

    public void Violate(string? value, Func<string> member, string constraint)
    {
        if (_violations.Count < MostViolations)
            _violations.Add(RequestErrors.Violation(value, member(), constraint));
    }

    /// <summary>Refuses a member that was not read, by name, and then every broken constraint.</summary>
    public void Throw()
    {
        if (_readers.SelectMany(reader => reader.Unread()).FirstOrDefault() is { } unread)
            throw RequestErrors.Unsupported(unread);
        if (_violations.Count > 0)
            throw RequestErrors.Constraints(_violations);
    }
}
