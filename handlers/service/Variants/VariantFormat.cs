namespace ImageService.Handlers.Variants;

/// <summary>The format that a variant is written in.</summary>
public enum VariantFormat
{
    /// <summary>JPEG, or PNG where there is transparency: what every client shows.</summary>
    Auto,

    /// <summary>JPEG; what is transparent becomes white.</summary>
    Jpeg,

    /// <summary>PNG; it has no quality.</summary>
    Png,

    /// <summary>WebP; keeps transparency.</summary>
    WebP,

    /// <summary>AVIF; its default quality is 50 instead of 80.</summary>
    Avif,
}
