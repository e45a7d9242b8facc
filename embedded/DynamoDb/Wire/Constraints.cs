using System.Globalization;
using System.Text.RegularExpressions;
using EmbeddedAws.DynamoDb.Tables;

namespace EmbeddedAws.DynamoDb.Wire;

/// <summary>Members with the constraints of AWS's model of the service.</summary>
internal static partial class Constraints
{
    private const int ShortestName = 3;
    private const int LongestName = 255;

    /// <summary>The table of a request, by name or by ARN.</summary>
    public static TableReference Table(this RequestReader request)
    {
        var table = new TableReference(request.RequiredText("TableName"));
        if (!table.IsForeign && request.Member("TableName") is not null)
            request.CheckResourceName("TableName", table.Name);
        return table;
    }

    /// <summary>The table that tags are of, by its ARN.</summary>
    public static TableReference Resource(this RequestReader request) => new(request.RequiredText("ResourceArn"));

    /// <summary>Checks the keys of a map that name tables.</summary>
    public static void CheckTables(this RequestReader request, string name, IReadOnlyCollection<TableReference> tables)
    {
        if (tables.Count == 0)
            request.Violate("{}", name, "have length greater than or equal to 1");
        if (tables.Any(table => !table.IsForeign && !(table.Name.Length is >= ShortestName and <= LongestName && NameCharacters().IsMatch(table.Name))))
        {
            request.Violate(
                $"{{{string.Join(", ", tables.Select(table => table.Given))}}}",
                name,
                $"satisfy constraint: [Member must have length less than or equal to {LongestName}, Member must have length greater than or equal to {ShortestName}, Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]",
                of: "Map keys");
        }
    }

    /// <summary>A member that holds the name of a table or an index.</summary>
    public static string? ResourceName(this RequestReader request, string name)
    {
        var value = request.Text(name);
        if (value is not null)
            request.CheckResourceName(name, value);
        return value;
    }

    public static string? TextOfLength(this RequestReader request, string name, int shortest, int longest)
    {
        var value = request.Text(name);
        request.CheckLength(name, value, shortest, longest);
        return value;
    }

    public static string RequiredText(this RequestReader request, string name)
    {
        request.Required(name);
        return request.Text(name) ?? "";
    }

    public static string? OneOf(this RequestReader request, string name, params ReadOnlySpan<string> allowed)
    {
        var value = request.Text(name);
        if (value is not null && !allowed.Contains(value))
            request.Violate(value, name, $"satisfy enum value set: [{string.Join(", ", allowed)}]");
        return value;
    }

    public static int? Limit(this RequestReader request, string name, long largest = int.MaxValue) =>
        (int?)request.Range(name, largest);

    public static long? Range(this RequestReader request, string name, long largest = long.MaxValue, long smallest = 1)
    {
        var value = request.Integer(name);
        if (value < smallest)
            request.Violate(Text(value), name, $"have value greater than or equal to {smallest}");
        if (value > largest)
            request.Violate(Text(value), name, $"have value less than or equal to {largest}");
        return value is { } number ? Math.Clamp(number, smallest, largest) : null;

        static string? Text(long? value) => value?.ToString(CultureInfo.InvariantCulture);
    }

    private static void CheckResourceName(this RequestReader request, string name, string value)
    {
        if (!NameCharacters().IsMatch(value))
            request.Violate(value, name, "satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        request.CheckLength(name, value, ShortestName, LongestName);
    }

    private static void CheckLength(this RequestReader request, string name, string? value, int shortest, int longest)
    {
        if (value?.Length < shortest)
            request.Violate(value, name, $"have length greater than or equal to {shortest}");
        if (value?.Length > longest)
            request.Violate(value, name, $"have length less than or equal to {longest}");
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9_.-]+\z")]
    private static partial Regex NameCharacters();
}
