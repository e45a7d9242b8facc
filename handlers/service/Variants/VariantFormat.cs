namespace ImageService.Handlers.Variants;

/// <summary>The format that a variant is written in.</summary>
public enum VariantFormat
{
    /// <summary>JPEG, or PNG where there is transparency: what every client shows.</summary>
    Auto,

    /// <summary>JPEG; what is transparent becomes white.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>WebP.</summary>
    WebP,

    /// <summary>AVIF.</summary>
    Avif,
}
