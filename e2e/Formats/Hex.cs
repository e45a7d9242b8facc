namespace ImageService.E2E.Formats;

/// <summary>Headers written by hand.</summary>
internal static class Hex
{
    /// <summary>The bytes that pairs of digits stand for; spaces are for the reader.</summary>
    public static byte[] Bytes(string digits) => Convert.FromHexString(digits.Replace(" ", "", StringComparison.Ordinal));
}
