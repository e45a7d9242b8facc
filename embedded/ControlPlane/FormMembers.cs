using System.Globalization;
using System.Text.Json.Nodes;

namespace EmbeddedAws.ControlPlane;

/// <summary>The members of a form, whose names are paths: <c>Tags.member.1.Key=stack</c>.</summary>
internal static class FormMembers
{
    /// <summary>Adds a value to the members.</summary>
    /// <param name="members">The members so far.</param>
    /// <param name="path">Where it belongs.</param>
    /// <param name="value">The value.</param>
    public static void Add(JsonObject members, ReadOnlySpan<string> path, string value)
    {
        if (path is [var name])
        {
            members[name] = value;
        }
        else if (path is [var list, "member", var position, .. var item] && int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            // Clients number the items from 1, in their order.
            if (members[list] is not JsonArray items)
                members[list] = items = [];
            if (item.IsEmpty)
                items.Add(value);
            else
                Add(ItemAt(items, position), item, value);
        }
        else
        {
            if (members[path[0]] is not JsonObject structure)
                members[path[0]] = structure = [];
            Add(structure, path[1..], value);
        }
    }

    private static JsonObject ItemAt(JsonArray items, string position)
    {
        var index = int.Parse(position, CultureInfo.InvariantCulture) - 1;
        if (index >= 0 && index < items.Count && items[index] is JsonObject known)
            return known;
        var item = new JsonObject();
        items.Add(item);
        return item;
    }
}
