namespace ImageService.E2E.Keys;

/// <summary>API keys that look like those of AWS.</summary>
internal static class KeyTexts
{
    /// <summary>A key that no other test has.</summary>
    public static string New() => $"key-{Guid.NewGuid():N}";
}
