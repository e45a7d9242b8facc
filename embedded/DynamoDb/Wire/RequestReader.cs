using System.Text.Json;
using EmbeddedAws.DynamoDb.Errors;

namespace EmbeddedAws.DynamoDb.Wire;

/// <summary>
/// Reads the members of a structure in a request. An operation does not support what it does not read: <see cref="Finish"/>
/// refuses that by name, so that nothing is ignored.
/// </summary>
internal sealed class RequestReader
{
    private readonly JsonElement _structure;
    private readonly Dictionary<string, JsonElement> _members = [];
    private readonly Func<string> _path;
    private readonly Func<string> _memberPath;
    private readonly RequestProblems _problems;
    private readonly HashSet<string> _read = [];

    public RequestReader(JsonElement request)
        : this(request, () => "", () => "", new RequestProblems())
    {
    }

    /// <param name="structure">The structure's JSON.</param>
    /// <param name="path">Where it lies, as a client names it: <c>GlobalSecondaryIndexes[0].</c> It is made when it is needed: keys of a map may be long.</param>
    /// <param name="memberPath">Where it lies, as AWS's constraints name it: <c>globalSecondaryIndexes.1.member.</c></param>
    /// <param name="problems">The problems of the whole request.</param>
    private RequestReader(JsonElement structure, Func<string> path, Func<string> memberPath, RequestProblems problems)
    {
        if (structure.ValueKind != JsonValueKind.Object)
            throw RequestErrors.NotAStructure(structure);
        (_structure, _path, _memberPath, _problems) = (structure, path, memberPath, problems);
        // JsonElement looks through all members for each name.
        foreach (var member in structure.EnumerateObject())
            _members[member.Name] = member.Value;
        problems.Add(this);
    }

    /// <summary>The structure as it came.</summary>
    public string Json => _structure.GetRawText();

    /// <summary>The names of the members, for a map whose keys the client chooses.</summary>
    public IEnumerable<string> Names => _members.Keys;

    /// <summary>The JSON of a member, or null where it is missing or null.</summary>
    public JsonElement? Member(string name)
    {
        _read.Add(name);
        return _members.TryGetValue(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
    }

    /// <summary>Like <see cref="Member"/>, of a member that has to be there.</summary>
    public JsonElement? Required(string name)
    {
        var member = Member(name);
        if (member is null)
            Violate(null, name, "not be null");
        return member;
    }

    public string? Text(string name) => Member(name) is not { } member ? null
        : member.ValueKind == JsonValueKind.String ? member.GetString()
        : throw RequestErrors.NotConvertible(member, "a String");

    public bool? Boolean(string name) => Member(name)?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw RequestErrors.NotConvertible(Member(name)!.Value, "a Boolean"),
    };

    public long? Integer(string name) => Member(name) is not { } member ? null
        : member.ValueKind == JsonValueKind.Number && member.TryGetInt64(out var value) ? value
        : throw RequestErrors.NotConvertible(member, "a Long");

    public RequestReader? Structure(string name) =>
        Member(name) is { } member ? Nested(member, () => $"{name}.", () => $"{Camel(name)}.") : null;

    /// <summary>A map whose keys the client chooses. One that has more entries than it may have is refused here, since each that is read takes memory.</summary>
    public RequestReader? Map(string name, int most)
    {
        var map = Structure(name);
        return map is null || map._members.Count <= most ? map : throw RequestErrors.Constraints(
            [RequestErrors.Violation($"{{{map._members.Count} entries}}", _memberPath() + Camel(name), $"Member must have length less than or equal to {most}")]);
    }

    /// <summary>The structures in this map.</summary>
    public IReadOnlyList<(string Key, RequestReader Structure)> Entries() =>
        [.. Names.Select(key => (key, Nested(Member(key) ?? default, () => $"{key}.", () => $"{key}.member.")))];

    /// <summary>How many elements a list has. It is asked before they are read, since each that is read takes memory.</summary>
    public int? Count(string name) => Member(name) is not { } member ? null
        : member.ValueKind == JsonValueKind.Array ? member.GetArrayLength()
        : throw RequestErrors.NotAList(member);

    /// <summary>The structures in a list, whose <see cref="Count"/> is known to be allowed.</summary>
    public IReadOnlyList<RequestReader>? Structures(string name) => Structures(name, () => Camel(name));

    /// <summary>The structures in one of the lists that this map has, whose <see cref="Count"/> is known to be allowed.</summary>
    public IReadOnlyList<RequestReader> StructuresOf(string key) => Structures(key, () => $"{key}.member") ?? [];

    public IReadOnlyList<JsonElement>? List(string name) => Member(name) is not { } member ? null
        : member.ValueKind == JsonValueKind.Array ? member.EnumerateArray().ToList()
        : throw RequestErrors.NotAList(member);

    public IReadOnlyList<string>? Texts(string name) => List(name)?
        .Select(element => element.ValueKind == JsonValueKind.String
            ? element.GetString()!
            : throw RequestErrors.NotConvertible(element, "a String"))
        .ToList();

    /// <summary>Notes that a member breaks a constraint; <see cref="Finish"/> reports it.</summary>
    /// <param name="value">The value, or null for none.</param>
    /// <param name="name">The member.</param>
    /// <param name="constraint">What has to hold, as it follows "must" in AWS's sentence.</param>
    /// <param name="of">Of what it has to hold: the member, or the keys or values of the map that it is.</param>
    public void Violate(string? value, string name, string constraint, string of = "Member") =>
        _problems.Violate(value, () => _memberPath() + Camel(name), $"{of} must {constraint}");

    /// <summary>Refuses the request where a member is left unread or a constraint is broken. Only then is what was read sound.</summary>
    public void Finish() => _problems.Throw();

    public IEnumerable<string> Unread() => Names.Where(name => !_read.Contains(name)).Select(name => _path() + name);

    private static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private List<RequestReader>? Structures(string name, Func<string> memberName) => List(name)?
        .Select((element, index) => Nested(element, () => $"{name}[{index}].", () => $"{memberName()}.{index + 1}.member."))
        .ToList();

    private RequestReader Nested(JsonElement structure, Func<string> path, Func<string> memberPath) =>
        new(structure, () => _path() + path(), () => _memberPath() + memberPath(), _problems);
}
