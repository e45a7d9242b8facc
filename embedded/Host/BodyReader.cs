using System.IO.Pipelines;

namespace EmbeddedAws.Host;

/// <summary>Reads a body as it comes in.</summary>
internal static class BodyReader
{
    /// <exception cref="BadHttpRequestException">The framing of <c>Transfer-Encoding: chunked</c> is broken: Kestrel has no error of its own for a size that overflows.</exception>
    public static async ValueTask<ReadResult> NextAsync(this PipeReader body, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(cancellation);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException && !cancellation.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The body is not in well-formed chunks.", exception);
        }
    }
}
