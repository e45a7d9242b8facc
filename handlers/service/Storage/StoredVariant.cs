namespace ImageService.Handlers.Storage;

/// <summary>A variant in the bucket.</summary>
/// <param name="Key">The key of its object.</param>
/// <param name="ContentType">Its type: <c>image/webp</c>.</param>
/// <param name="ETag">The strong ETag of its object.</param>
/// <param name="Size">The length of its bytes.</param>
internal sealed record StoredVariant(string Key, string ContentType, string ETag, long Size)
{
    /// <summary>The bytes; none where they were not read.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }
}
