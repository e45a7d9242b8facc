namespace EmbeddedAws.S3.Objects;

/// <summary>Positions among keys, as UTF-8 bytes.</summary>
internal static class KeyBytes
{
    /// <summary>The first position after all keys with a prefix.</summary>
    public static byte[] PastPrefix(byte[] prefix)
    {
        // UTF-8 has no byte 0xFF: it is after every key, and any other byte can go up by one.
        if (prefix.Length == 0)
            return [0xFF];
        byte[] next = [.. prefix];
        next[^1]++;
        return next;
    }

    /// <summary>The first position after a key.</summary>
    public static byte[] After(byte[] key) => [.. key, 0];

    /// <summary>The first position after a marker; one that is a common prefix skips all its keys.</summary>
    public static byte[] AfterMarker(byte[] marker, int prefixLength, byte[] delimiter) =>
        marker.Length > prefixLength && RolledUp(marker, prefixLength, delimiter)?.Length == marker.Length ? PastPrefix(marker) : After(marker);

    /// <summary>A key up to and with the first delimiter after the prefix; null when it has none.</summary>
    public static byte[]? RolledUp(byte[] key, int prefixLength, byte[] delimiter)
    {
        var at = delimiter.Length == 0 ? -1 : key.AsSpan(prefixLength).IndexOf(delimiter);
        return at < 0 ? null : key[..(prefixLength + at + delimiter.Length)];
    }
}
