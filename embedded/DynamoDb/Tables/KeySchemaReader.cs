using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>A <c>KeySchema</c> as a request states it, before the types of its attributes are known.</summary>
internal sealed class KeySchemaReader
{
    private const int MostKeys = 2;
    private const int LongestName = 255;

    private readonly List<(string Name, string Type)> _elements;

    private KeySchemaReader(List<(string Name, string Type)> elements)
    {
        _elements = elements;
    }

    public static KeySchemaReader Read(RequestReader request)
    {
        request.Required("KeySchema");
        var count = request.Count("KeySchema") ?? 0;
        if (count > MostKeys)
            request.Violate($"{count} elements", "KeySchema", $"have length less than or equal to {MostKeys}");
        if (count == 0)
            request.Violate("[]", "KeySchema", "have length greater than or equal to 1");
        return new KeySchemaReader(count is 0 or > MostKeys ? [] : [.. request.Structures("KeySchema")!.Select(
            element => (AttributeName(element), element.OneOf("KeyType", "HASH", "RANGE") ?? element.RequiredText("KeyType")))]);
    }

    public static string AttributeName(RequestReader element)
    {
        var name = element.RequiredText("AttributeName");
        if (element.Text("AttributeName") is "")
            element.Violate(name, "AttributeName", "have length greater than or equal to 1");
        if (name.Length > LongestName)
            element.Violate(name, "AttributeName", $"have length less than or equal to {LongestName}");
        return name;
    }

    /// <summary>The schema, with the types that the table's attribute definitions give.</summary>
    public KeySchema Resolve(IReadOnlyDictionary<string, KeyAttribute> types)
    {
        if (_elements[0].Type != "HASH")
            throw TableErrors.FirstIsNotHash();
        if (_elements.Count == MostKeys && _elements[1].Type != "RANGE")
            throw TableErrors.SecondIsNotRange();
        if (_elements.Count == MostKeys && _elements[0].Name == _elements[1].Name)
            throw TableErrors.SameKeyTwice();
        if (!_elements.All(element => types.ContainsKey(element.Name)))
            throw TableErrors.UndefinedKeys(_elements.Select(element => element.Name), types.Keys);
        return new KeySchema(types[_elements[0].Name], _elements.Count == MostKeys ? types[_elements[1].Name] : null);
    }
}
