using ImageService.Handlers.Variants;
using NetVips;

namespace ImageService.Rendering;

/// <summary>What a failure of libvips means for the client. Its own words are about its inside.</summary>
internal static class RenderFailure
{
    /// <summary>libvips says so when no loader takes the first bytes.</summary>
    private const string UnknownFormat = "not in a known format";

    /// <summary>libvips and its libraries say so in these words when there is no more memory: the image may be good.</summary>
    private static readonly string[] NoMemory = ["out of memory", "unable to allocate", "Cannot allocate memory"];

    public static Exception Of(VipsException exception) =>
        NoMemory.Any(words => exception.Message.Contains(words, StringComparison.OrdinalIgnoreCase)) ? new InsufficientMemoryException("libvips had too little memory.", exception)
        : new NotRenderableException(exception.Message.Contains(UnknownFormat, StringComparison.Ordinal)
            ? "Its format cannot be rendered: it is one of its kind that the renderer does not read, such as an animated AVIF."
            : "Its pixels cannot be read: they are broken, cut off, or written in a way that the renderer does not read.");
}
