namespace ImageService.Handlers.Variants;

/// <summary>What a request asks for.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="DependsOnAccept">Whether another <c>Accept</c> would have asked for another one.</param>
/// <param name="WantsLink">Whether the answer is to be a URL rather than the bytes.</param>
internal sealed record VariantRequest(Variant Variant, bool DependsOnAccept, bool WantsLink);
