using System.Text.Json.Nodes;

namespace EmbeddedAws.ControlPlane;

/// <summary>Tags of resources: https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html.</summary>
internal static class ResourceTags
{
    /// <summary>How many tags a resource may have; each service has its own words for it.</summary>
    public const int Most = 50;

    /// <summary>The tags with others added, or put in place of those with the same keys.</summary>
    public static Dictionary<string, string> With(this IReadOnlyDictionary<string, string> tags, IReadOnlyDictionary<string, string> added)
    {
        var all = new Dictionary<string, string>(tags);
        foreach (var (key, value) in added)
            all[key] = value;
        return all;
    }

    /// <summary>The tags without those with some keys.</summary>
    public static Dictionary<string, string> Without(this IReadOnlyDictionary<string, string> tags, IReadOnlyList<string> keys) =>
        tags.Where(tag => !keys.Contains(tag.Key)).ToDictionary();

    /// <summary>A member that is a list of tags, each a structure with Key and Value; empty where it is not given.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> TagList(this ControlRequest request, string name) => [.. (request.Structures(name) ?? []).Select(TagOf)];

    /// <summary>Tags as answers have them: each a structure with Key and Value.</summary>
    public static JsonArray ToTagList(this IEnumerable<KeyValuePair<string, string>> tags) =>
        [.. tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })];

    private static KeyValuePair<string, string> TagOf(ControlRequest tag)
    {
        var (key, value) = (tag.Text("Key"), tag.Text("Value"));
        tag.Finish();
        return key is null || value is null ? throw tag.Invalid("A tag has a Key and a Value.") : KeyValuePair.Create(key, value);
    }
}
