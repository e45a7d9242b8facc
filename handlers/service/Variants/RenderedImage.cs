namespace ImageService.Handlers.Variants;

/// <summary>A variant that has just been made.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="ContentType">Its type: <c>image/webp</c>.</param>
public sealed record RenderedImage(byte[] Bytes, string ContentType);
