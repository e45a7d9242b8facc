using System.Text.Json;

namespace ImageService.E2E.Contract.Schemas;

/// <summary>Keywords for objects; values of other types fit them.</summary>
internal static class ObjectRules
{
    public static SchemaRule Required(string[] names) => (value, path, faults) =>
    {
        foreach (var name in names.Where(name => value.ValueKind == JsonValueKind.Object && !value.TryGetProperty(name, out _)))
            faults.Add($"{path}.{name} is missing");
    };

    public static SchemaRule Properties(IReadOnlyDictionary<string, SchemaRule> rules) => Each((property, path, faults) =>
    {
        if (rules.TryGetValue(property.Name, out var rule))
            rule(property.Value, path, faults);
    });

    /// <summary>What holds for properties that are not named; without a rule there may be none.</summary>
    public static SchemaRule Others(HashSet<string> named, SchemaRule? rule) => Each((property, path, faults) =>
    {
        if (named.Contains(property.Name))
            return;
        if (rule is null)
            faults.Add($"{path} is not described");
        else
            rule(property.Value, path, faults);
    });

    public static SchemaRule Names(SchemaRule rule) =>
        Each((property, path, faults) => rule(JsonSerializer.SerializeToElement(property.Name), $"the name of {path}", faults));

    public static SchemaRule MaxProperties(int most) => (value, path, faults) =>
    {
        if (value.ValueKind == JsonValueKind.Object && value.GetPropertyCount() > most)
            faults.Add($"{path} has more than {most} properties");
    };

    private static SchemaRule Each(Action<JsonProperty, string, ICollection<string>> check) => (value, path, faults) =>
    {
        if (value.ValueKind != JsonValueKind.Object)
            return;
        foreach (var property in value.EnumerateObject())
            check(property, $"{path}.{property.Name}", faults);
    };
}
