namespace ImageService.E2E.Variants;

/// <summary>Colors that no encoder confuses.</summary>
internal static class Colors
{
    public static readonly byte[] Red = [255, 0, 0];
    public static readonly byte[] Green = [0, 255, 0];
    public static readonly byte[] Blue = [0, 0, 255];
    public static readonly byte[] White = [255, 255, 255];
    public static readonly byte[] Gray = [128, 128, 128];
    public static readonly byte[] Black = [0, 0, 0];
}
