using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>What a path is to hold afterwards; no value removes what lies there.</summary>
internal sealed record Edit(AttributeValue? Value);

/// <summary>
/// Makes an item that differs from another one at some paths. All indexes are those of the other item's lists: nothing that is
/// removed or added moves what another path names.
/// </summary>
internal static class DocumentEditor
{
    public static MapValue Apply(MapValue item, PathTree<Edit> edits) =>
        edits.Branches.Count == 0 ? item : (MapValue)Change(item, edits)!;

    /// <summary>The value after its edits, or null for none. What a path leads through has to be there.</summary>
    private static AttributeValue? Change(AttributeValue? target, PathTree<Edit> edits) => target switch
    {
        _ when edits.Leaf is { } edit => edit.Value,
        MapValue map when !edits.IsOfList => new MapValue(ApplyToMap(map, edits)),
        ListValue list when edits.IsOfList => new ListValue(ApplyToList(list, edits)),
        _ => throw UpdateErrors.NoSuchPath(),
    };

    private static Dictionary<string, AttributeValue> ApplyToMap(MapValue map, PathTree<Edit> edits)
    {
        var attributes = new Dictionary<string, AttributeValue>(map.Attributes);
        foreach (var (step, branch) in edits.Branches)
        {
            if (Change(map[step.Name!], branch) is { } value)
                attributes[step.Name!] = value;
            else
                attributes.Remove(step.Name!);
        }

        return attributes;
    }

    /// <summary>What is set past the end of a list is appended, in the order of its indexes.</summary>
    private static List<AttributeValue> ApplyToList(ListValue list, PathTree<Edit> edits)
    {
        var elements = new List<AttributeValue?>(list.Elements);
        foreach (var (step, branch) in edits.Branches.OrderBy(branch => branch.Key.Index))
        {
            if (step.Index < list.Elements.Count)
                elements[step.Index] = Change(list.Elements[step.Index], branch);
            else
                elements.Add(Change(null, branch));
        }

        return [.. elements.OfType<AttributeValue>()];
    }
}
