using System.Globalization;
using System.Text.Json.Nodes;
using EmbeddedAws.Iam;

namespace EmbeddedAws.ControlPlane;

/// <summary>
/// The members of a request, wherever its protocol puts them: in the path, the query, the body. An operation reads each that it knows, and ends with
/// <see cref="Finish"/>, so that none is passed over in silence.
/// </summary>
/// <param name="operation">AWS's name of the operation.</param>
/// <param name="members">The members, by AWS's names of them.</param>
/// <param name="invalidCode">The code by which the service refuses a request that is not well-formed.</param>
internal sealed class ControlRequest(string operation, JsonObject members, string invalidCode)
{
    private readonly HashSet<string> _known = [];

    /// <summary>AWS's name of the operation.</summary>
    public string Operation => operation;

    /// <summary>The role that calls; null where it is the user of this machine.</summary>
    public IamRole? Caller { get; init; }

    /// <summary>Whether the members that were not read have been refused.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>The bytes of the body, where they are not JSON.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The headers, of operations that have members there.</summary>
    public Func<string, string?> Header { get; init; } = _ => null;

    /// <summary>A member that is a text; null where it is not given.</summary>
    public string? Text(string name) => Node(name) switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => throw Invalid($"{name} must be a string."),
    };

    /// <summary>A member that is a text and must be given.</summary>
    public string RequiredText(string name) => Text(name) is { Length: > 0 } text ? text : throw Invalid($"{name} is required.");

    /// <summary>A member that is a whole number; forms and queries write it as text.</summary>
    public int? Number(string name) => Node(name) switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out int number) => number,
        JsonValue value when value.TryGetValue(out string? text) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw Invalid($"{name} must be a whole number."),
    };

    /// <summary>A member that is a moment, in milliseconds since 1970.</summary>
    public long? Milliseconds(string name) => Node(name) switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out long number) => number,
        _ => throw Invalid($"{name} must be a whole number."),
    };

    /// <summary>A member that is true or false; forms and queries write it as text.</summary>
    public bool? Boolean(string name) => Node(name) switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out bool boolean) => boolean,
        JsonValue value when value.TryGetValue(out string? text) && bool.TryParse(text, out var boolean) => boolean,
        _ => throw Invalid($"{name} must be true or false."),
    };

    /// <summary>A member that is a structure or a map; null where it is not given.</summary>
    public JsonObject? Structure(string name) => Node(name) switch
    {
        null => null,
        JsonObject structure => structure,
        _ => throw Invalid($"{name} must be an object."),
    };

    /// <summary>A member that is a map of texts; empty where it is not given.</summary>
    public IReadOnlyDictionary<string, string> Texts(string name) => (Structure(name) ?? []).ToDictionary(
        entry => entry.Key,
        entry => entry.Value is JsonValue value && value.TryGetValue(out string? text) ? text : throw Invalid($"{name} must have strings as values."));

    /// <summary>A member that is a list; null where it is not given.</summary>
    public JsonArray? List(string name) => Node(name) switch
    {
        null => null,
        JsonArray list => list,
        _ => throw Invalid($"{name} must be a list."),
    };

    /// <summary>A member that is a list of texts, which a query may have as a single text; empty where it is not given.</summary>
    public IReadOnlyList<string> TextList(string name) => Node(name) switch
    {
        null => [],
        JsonValue value when value.TryGetValue(out string? text) => [text],
        JsonArray list => [.. list.Select(item => item is JsonValue value && value.TryGetValue(out string? text) ? text : throw Invalid($"{name} must be a list of strings."))],
        _ => throw Invalid($"{name} must be a list of strings."),
    };

    /// <summary>A member that is a list of texts and must be given.</summary>
    public IReadOnlyList<string> RequiredTextList(string name) => Node(name) is null ? throw Invalid($"{name} is required.") : TextList(name);

    /// <summary>A structure within this request, whose members are read as those of the request are.</summary>
    /// <param name="name">What refusals call it: <c>Target</c>.</param>
    /// <param name="structure">Its members.</param>
    public ControlRequest Within(string name, JsonObject structure) => new(name, structure, invalidCode);

    /// <summary>A member that is a list of structures; null where it is not given.</summary>
    public IReadOnlyList<ControlRequest>? Structures(string name) =>
        List(name)?.Select(item => item is JsonObject structure ? Within(name, structure) : throw Invalid($"{name} must be a list of structures.")).ToList();

    /// <summary>Those of some members that are given, as they were sent.</summary>
    public JsonObject Members(params ReadOnlySpan<string> names)
    {
        var given = new JsonObject();
        foreach (var name in names)
        {
            if (Node(name) is { } node)
                given[name] = node.DeepClone();
        }

        return given;
    }

    /// <summary>Any member, as it was sent; null where it is not given.</summary>
    public JsonNode? Node(string name)
    {
        _known.Add(name);
        return members[name];
    }

    /// <summary>Refuses the members that were not read.</summary>
    /// <exception cref="AwsException">There is one, and it says something.</exception>
    public void Finish()
    {
        IsFinished = true;
        var unknown = members.Where(member => !_known.Contains(member.Key) && !IsEmpty(member.Value)).Select(member => member.Key).ToList();
        if (unknown.Count > 0)
            throw Invalid($"The embedded cloud does not support {string.Join(", ", unknown)} of {operation}.");
    }

    /// <summary>The refusal of a request that is not well-formed.</summary>
    public AwsException Invalid(string message) => new(400, invalidCode, message);

    /// <summary>Clients write a member that says nothing, or leave it out.</summary>
    private static bool IsEmpty(JsonNode? node) => node switch
    {
        null => true,
        JsonObject { Count: 0 } or JsonArray { Count: 0 } => true,
        JsonValue value => (value.TryGetValue(out string? text) && text.Length == 0) || (value.TryGetValue(out bool boolean) && !boolean),
        _ => false,
    };
}
