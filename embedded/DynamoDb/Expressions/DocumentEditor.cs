using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>Makes items that differ from another one in one place.</summary>
internal static class DocumentEditor
{
    /// <summary>Puts a value at a path; what the path leads through has to be there. An index past a list's end appends.</summary>
    public static MapValue Set(MapValue item, DocumentPath path, AttributeValue value) => (MapValue)Edit(item, path, 0, value);

    /// <summary>Removes what lies at a path, if anything does.</summary>
    public static MapValue Remove(MapValue item, DocumentPath path) => (MapValue)Edit(item, path, 0, null);

    private static AttributeValue Edit(AttributeValue? target, DocumentPath path, int depth, AttributeValue? value)
    {
        if (depth == path.Steps.Count)
            return value!;
        var step = path.Steps[depth];
        var last = depth == path.Steps.Count - 1;
        return (target, step.Name) switch
        {
            (MapValue map, { } name) => new MapValue(EditMap(map, name)),
            (ListValue list, null) => new ListValue(EditList(list, step.Index)),
            _ => throw UpdateErrors.NoSuchPath(),
        };

        Dictionary<string, AttributeValue> EditMap(MapValue map, string name)
        {
            var attributes = new Dictionary<string, AttributeValue>(map.Attributes);
            if (last && value is null)
                attributes.Remove(name);
            else
                attributes[name] = Edit(map[name], path, depth + 1, value);
            return attributes;
        }

        List<AttributeValue> EditList(ListValue list, int index)
        {
            var elements = list.Elements.ToList();
            var there = index < elements.Count;
            if (last && value is null && there)
                elements.RemoveAt(index);
            else if (there)
                elements[index] = Edit(elements[index], path, depth + 1, value);
            else if (!last)
                throw UpdateErrors.NoSuchPath();
            else if (value is not null)
                elements.Add(value);
            return elements;
        }
    }
}
