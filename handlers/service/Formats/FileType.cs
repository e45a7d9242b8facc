namespace ImageService.Handlers.Formats;

/// <summary>The file type box, which comes first (ISO/IEC 14496-12 §4.3): a major brand, its version, and compatible brands.</summary>
internal static class FileType
{
    private const int BrandLength = 4;

    /// <summary>Whether a file has one of these brands, as its major or as a compatible one.</summary>
    /// <param name="file">The file, or its first bytes.</param>
    /// <param name="brands">Four characters each, one after another.</param>
    public static bool HasBrand(ReadOnlySpan<byte> file, ReadOnlySpan<byte> brands)
    {
        if (!Box.TryTake(ref file, out var box) || !box.Type.SequenceEqual("ftyp"u8))
            return false;

        var found = IsAmong(brands, box.Content);
        for (var compatible = box.Content.From(8); !found && !compatible.IsEmpty; compatible = compatible.From(BrandLength))
            found = IsAmong(brands, compatible);

        return found;
    }

    private static bool IsAmong(ReadOnlySpan<byte> brands, ReadOnlySpan<byte> brand)
    {
        for (; !brands.IsEmpty; brands = brands[BrandLength..])
        {
            if (brand.StartsWith(brands[..BrandLength]))
                return true;
        }

        return false;
    }
}
