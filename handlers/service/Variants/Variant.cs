namespace ImageService.Handlers.Variants;

/// <summary>A variant of an image: all that its pixels depend on.</summary>
/// <param name="Width">The width of the box in pixels; null for any.</param>
/// <param name="Height">The height of the box in pixels; null for any.</param>
/// <param name="Crop">Which part fills the box; null where the image goes into it whole.</param>
/// <param name="Format">The format.</param>
/// <param name="Quality">The quality of the format, up to 100; PNG has none.</param>
public sealed record Variant(int? Width, int? Height, VariantCrop? Crop, VariantFormat Format, int Quality)
{
    /// <summary>The same text for the same variant, however it was asked for: <c>320x256-cover-attention-webp-80</c>, <c>320x-contain-png</c>.</summary>
    internal string Canonical
    {
        get
        {
            var fit = Crop is { } crop ? $"cover-{Lower(crop)}" : "contain";
            var quality = Format == VariantFormat.Png ? "" : $"-{Quality}";
            return $"{Width}x{Height}-{fit}-{Lower(Format)}{quality}";
        }
    }

    private static string Lower(Enum value) => $"{value}".ToLowerInvariant();
}
