using System.Text.Json.Serialization;

namespace ImageService.Stack.Policies;

/// <summary>A statement of a policy: who may, or may not, do what to which resources.</summary>
internal sealed record Statement(string Effect, IReadOnlyList<string> Action)
{
    /// <summary>Of a resource's policy, whom it is about: <c>*</c>, or a kind with its name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Principal { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Resource { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Dictionary<string, Dictionary<string, string>>? Condition { get; init; }

    /// <summary>Allows one action on one kind of resource.</summary>
    public static Statement Allow(string action, params string[] resources) => Allow([action], resources);

    public static Statement Allow(string[] actions, params string[] resources) => new("Allow", actions) { Resource = resources };
}
