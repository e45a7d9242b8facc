using System.Globalization;

namespace ImageService.Stack.Settings;

/// <summary>How the function that makes variants is deployed. What is null is left to the function.</summary>
public sealed record VariantSettings
{
    /// <summary>Its memory in MB: it holds an image, decoded in the worst case.</summary>
    public required int MemoryMegabytes { get; init; }

    /// <summary>The widths and heights that there are, separated by spaces.</summary>
    public string? Sizes { get; init; }

    /// <summary>How many pixels an image may have.</summary>
    public int? MaxPixels { get; init; }

    /// <summary>How many bytes an image may have.</summary>
    public int? MaxBytes { get; init; }

    /// <summary>The variables of its environment.</summary>
    internal IEnumerable<(string Name, string Value)> Variables
    {
        get
        {
            (string Name, string? Value)[] all =
            [
                ("VARIANT_SIZES", Sizes),
                ("VARIANT_MAX_PIXELS", MaxPixels?.ToString(CultureInfo.InvariantCulture)),
                ("VARIANT_MAX_BYTES", MaxBytes?.ToString(CultureInfo.InvariantCulture)),
            ];
            return all.Where(variable => variable.Value is not null).Select(variable => (variable.Name, variable.Value!));
        }
    }
}
