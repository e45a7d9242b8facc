using System.Text.Json;

namespace ImageService.E2E.Contract.Schemas;

/// <summary>Keywords for arrays; values of other types fit them.</summary>
internal static class ArrayRules
{
    public static SchemaRule Items(SchemaRule rule) => (value, path, faults) =>
    {
        if (value.ValueKind != JsonValueKind.Array)
            return;
        foreach (var (i, item) in value.EnumerateArray().Index())
            rule(item, $"{path}[{i}]", faults);
    };

    public static SchemaRule MinItems(int least) => (value, path, faults) =>
    {
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < least)
            faults.Add($"{path} has fewer than {least} items");
    };

    public static SchemaRule MaxItems(int most) => (value, path, faults) =>
    {
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > most)
            faults.Add($"{path} has more than {most} items");
    };
}
