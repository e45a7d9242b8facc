using System.Text.Json.Nodes;

namespace ImageService.Handlers.Updating;

/// <summary>JSON merge patch (RFC 7396): members replace members, objects are merged, null removes.</summary>
internal static class MergePatch
{
    /// <summary>Applies a patch to an object in place.</summary>
    public static void Apply(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is JsonObject changes)
            {
                if (target[name] is not JsonObject inner)
                    target[name] = inner = [];
                Apply(inner, changes);
            }
            else if (value is null)
            {
                target.Remove(name);
            }
            else
            {
                target[name] = value.DeepClone();
            }
        }
    }
}
