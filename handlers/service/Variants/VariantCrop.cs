namespace ImageService.Handlers.Variants;

/// <summary>Which part of an image a variant keeps that fills a box of another ratio.</summary>
public enum VariantCrop
{
    /// <summary>The middle.</summary>
    Center,

    /// <summary>What the eye goes to.</summary>
    Attention,
}
