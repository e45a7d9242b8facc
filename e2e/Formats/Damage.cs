namespace ImageService.E2E.Formats;

/// <summary>Breaks images.</summary>
internal static class Damage
{
    /// <summary>
    /// A copy with a few bytes changed, mostly near the beginning, where the headers are, and sometimes to a telling value.
    /// </summary>
    public static byte[] Of(byte[] image, Random random)
    {
        var damaged = image.ToArray();
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var index = random.Next(random.Next(1, damaged.Length + 1));
            damaged[index] = random.Next(3) switch
            {
                0 => 0,
                1 => byte.MaxValue,
                _ => (byte)random.Next(256),
            };
        }

        return damaged;
    }
}
