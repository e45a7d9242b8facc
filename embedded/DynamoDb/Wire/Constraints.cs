using System.Globalization;
using System.Text.RegularExpressions;

namespace EmbeddedAws.DynamoDb.Wire;

/// <summary>Members with the constraints of AWS's model of the service.</summary>
internal static partial class Constraints
{
    private const int ShortestName = 3;
    private const int LongestName = 255;

    public static string TableName(this RequestReader request) => request.ResourceName("TableName") ?? request.RequiredText("TableName");

    /// <summary>A member that holds the name of a table or an index.</summary>
    public static string? ResourceName(this RequestReader request, string name)
    {
        var value = request.Text(name);
        if (value is null)
            return null;
        if (!NameCharacters().IsMatch(value))
            request.Violate(value, name, "satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        return request.TextOfLength(name, ShortestName, LongestName);
    }

    public static string? TextOfLength(this RequestReader request, string name, int shortest, int longest)
    {
        var value = request.Text(name);
        if (value?.Length < shortest)
            request.Violate(value, name, $"have length greater than or equal to {shortest}");
        if (value?.Length > longest)
            request.Violate(value, name, $"have length less than or equal to {longest}");
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

    public static long? Range(this RequestReader request, string name, long largest = long.MaxValue)
    {
        var value = request.Integer(name);
        if (value < 1)
            request.Violate(Text(value), name, "have value greater than or equal to 1");
        if (value > largest)
            request.Violate(Text(value), name, $"have value less than or equal to {largest}");
        return value is { } number ? Math.Clamp(number, 1, largest) : null;

        static string? Text(long? value) => value?.ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9_.-]+\z")]
    private static partial Regex NameCharacters();
}
