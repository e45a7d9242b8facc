namespace ImageService.Handlers.Variants;

/// <summary>An image has no variants.</summary>
/// <param name="reason">Why not, to be read by the client: a sentence.</param>
public sealed class NotRenderableException(string reason) : Exception(reason);
