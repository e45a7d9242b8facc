namespace EmbeddedAws.Tests.S3;

/// <summary>An object of nine bytes, <c>123456789</c>.</summary>
internal static class Digits
{
    public const string ETag = "\"25f9e794323b453885f5181f1b624d0b\"";

    /// <summary>Puts it into a new bucket.</summary>
    /// <returns>Its path.</returns>
    public static async Task<string> PutAsync()
    {
        var bucket = await TestBucket.CreateAsync();
        await Wire.PutAsync($"/{bucket}/digits", "123456789"u8.ToArray());
        return $"/{bucket}/digits";
    }
}
