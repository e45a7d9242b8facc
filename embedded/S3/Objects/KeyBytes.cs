namespace EmbeddedAws.S3.Objects;

/// <summary>Positions among keys, as UTF-8 bytes.</summary>
internal static class KeyBytes
{
    /// <summary>The first position behind all keys with a prefix.</summary>
    public static byte[] Behind(byte[] prefix)
    {
        // UTF-8 has no byte 0xFF: it is behind every key, and any other byte can go up by one.
        if (prefix.Length == 0)
            return [0xFF];
        byte[] next = [.. prefix];
        next[^1]++;
        return next;
    }

    /// <summary>The first position after a key.</summary>
    public static byte[] After(byte[] key) => [.. key, 0];

    /// <summary>A key up to and with the first delimiter behind the prefix; null when it has none.</summary>
    public static byte[]? RolledUp(byte[] key, int prefixLength, byte[] delimiter)
    {
        var at = delimiter.Length == 0 ? -1 : key.AsSpan(prefixLength).IndexOf(delimiter);
        return at < 0 ? null : key[..(prefixLength + at + delimiter.Length)];
    }
}
