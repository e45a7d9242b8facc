using ImageService.Handlers.Variants;
using NetVips;

namespace ImageService.Rendering;

/// <summary>Makes variants with libvips, one at a time: each may need most of the memory of a function.</summary>
public sealed class VipsRenderer : IImageRenderer, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Sets libvips up for this process, once: with the loaders of the supported formats only, and without a cache.</summary>
    public VipsRenderer() => Libvips.Prepare();

    /// <inheritdoc/>
    public async Task<RenderedImage> RenderAsync(byte[] image, Variant variant, long mostPixels, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        // On a separate thread: those of the pool answer other requests and run timers.
        var rendering = Task.Factory.StartNew(
            () => RenderInTurn(image, variant, mostPixels, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        // libvips looks at the token between pieces of its work; the answer does not wait for one that takes long.
        return await rendering.WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private RenderedImage RenderInTurn(byte[] image, Variant variant, long mostPixels, CancellationToken cancellation)
    {
        try
        {
            return Rendering.Of(image, variant, mostPixels, cancellation);
        }
        catch (VipsException)
        {
            cancellation.ThrowIfCancellationRequested();
            // libvips' own words are about its inside, and may be those of an earlier image: it collects them for the whole process.
            throw new NotRenderableException("Its pixels cannot be read: they are broken, cut off, or written in a way that the renderer does not read.");
        }
        finally
        {
            _turn.Release();
        }
    }
}
