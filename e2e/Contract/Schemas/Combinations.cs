namespace ImageService.E2E.Contract.Schemas;

/// <summary>Keywords that combine schemas.</summary>
internal static class Combinations
{
    public static SchemaRule All(SchemaRule[] rules) => (value, path, faults) =>
    {
        foreach (var rule in rules)
            rule(value, path, faults);
    };

    public static SchemaRule One(SchemaRule[] rules) => (value, path, faults) =>
    {
        var tried = rules.Select(rule =>
        {
            var found = new List<string>();
            rule(value, path, found);
            return found;
        }).ToList();
        var fitting = tried.Count(found => found.Count == 0);
        if (fitting > 1)
            faults.Add($"{path} fits {fitting} schemas where it may fit one");
        else if (fitting == 0)
            faults.Add($"{path} fits none of {rules.Length} schemas: {string.Join(" | ", tried.Select(found => string.Join(", ", found)))}");
    };
}
