using System.Globalization;
using System.Xml.Linq;
using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Settings;

/// <summary>What an element of a configuration holds: a text, or other elements. What it does not speak of is malformed.</summary>
/// <param name="Name">The element's name.</param>
/// <param name="IsValid">Which texts it takes; null where it has elements.</param>
/// <param name="Children">The elements that it has.</param>
internal sealed record XmlShape(string Name, Func<string, bool>? IsValid, IReadOnlyList<XmlShape> Children)
{
    /// <summary>How often the element has to be there.</summary>
    public int Least { get; private init; } = 1;

    /// <summary>How often the element may be there.</summary>
    public int Most { get; private init; } = 1;

    public XmlShape Optional => this with { Least = 0 };

    public static XmlShape Of(string name, params XmlShape[] children) => new(name, null, children);

    public static XmlShape Text(string name, int longest = int.MaxValue, int shortest = 0) => new(name, text => text.Length >= shortest && text.Length <= longest, []);

    public static XmlShape OneOf(string name, params string[] values) => new(name, values.Contains, []);

    public static XmlShape Flag(string name) => OneOf(name, "true", "false", "TRUE", "FALSE");

    public static XmlShape Number(string name, long least) =>
        new(name, text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= int.MaxValue, []);

    /// <summary>The same as often as one likes, up to a limit.</summary>
    public XmlShape Times(int least, int most) => this with { Least = least, Most = most };

    /// <summary>Reads an element: what is left has no namespaces, attributes or comments.</summary>
    /// <exception cref="S3Exception">It has another shape.</exception>
    public XElement Read(XElement? element)
    {
        if (element?.Name.LocalName != Name)
            throw S3Errors.MalformedXml();
        if (IsValid is not null)
            return !element.HasElements && IsValid(element.Value) ? new XElement(Name, element.Value) : throw S3Errors.MalformedXml();
        var read = new XElement(Name, element.Elements().Select(child =>
            (Children.FirstOrDefault(shape => shape.Name == child.Name.LocalName) ?? throw S3Errors.MalformedXml()).Read(child)));
        return Children.All(shape => read.Elements(shape.Name).Count() is var count && count >= shape.Least && count <= shape.Most) ? read : throw S3Errors.MalformedXml();
    }
}
