using System.Globalization;
using System.Text;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>A step into a map by name, or into a list by index.</summary>
internal readonly record struct PathStep(string? Name, int Index)
{
    public override string ToString() => Name ?? string.Create(CultureInfo.InvariantCulture, $"[{Index}]");
}

/// <summary>Where a value lies in an item: <c>a.b[0].c</c>.</summary>
internal sealed record DocumentPath(IReadOnlyList<PathStep> Steps)
{
    private const int LongestText = 4096;

    /// <summary>The attribute of the item that the path begins with.</summary>
    public string Attribute => Steps[0].Name!;

    public bool IsNested => Steps.Count > 1;

    /// <summary>The value there, or null.</summary>
    public AttributeValue? Find(MapValue item)
    {
        AttributeValue? value = item;
        foreach (var step in Steps)
        {
            value = value switch
            {
                MapValue map when step.Name is { } name => map[name],
                ListValue list when step.Name is null && step.Index < list.Elements.Count => list.Elements[step.Index],
                _ => null,
            };
        }

        return value;
    }

    public bool Equals(DocumentPath? other) => other is not null && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode() => HashCode.Combine(Steps.Count, Steps[0]);

    /// <summary>As AWS's errors write a path: <c>[a, b, [0]]</c>. A thousand steps of 64 KB would make an answer of 64 MB, so a long one has its beginning only.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var step in Steps)
        {
            text.Append(text.Length > 0 ? ", " : "").Append(step);
            if (text.Length > LongestText)
                return $"[{text.ToString(0, LongestText)}…]";
        }

        return $"[{text}]";
    }
}
