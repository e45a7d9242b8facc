using System.IO.Pipelines;
using EmbeddedAws.S3.Errors;

namespace EmbeddedAws.S3.Payloads;

/// <summary>Reads a body as it comes in.</summary>
internal static class BodyReader
{
    /// <exception cref="S3Exception">The framing of <c>Transfer-Encoding: chunked</c> is broken: Kestrel has no error of its own for a size that overflows.</exception>
    public static async ValueTask<ReadResult> NextAsync(this PipeReader body, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(cancellation);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException && !cancellation.IsCancellationRequested)
        {
            throw S3Errors.IncompleteBody();
        }
    }
}
