using System.Buffers;

namespace EmbeddedAws.ApiGateway;

/// <summary>Reads the body of a request up to the gateway's limit.</summary>
internal static class RequestBody
{
    /// <summary>10 MB: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html.</summary>
    public const int Limit = 10 * 1024 * 1024;

    /// <summary>
    /// How much of a refused body is read before the answer closes the connection. A client that is still sending into a
    /// closed connection sees a reset instead of the answer.
    /// </summary>
    private const int DrainLimit = 32 * 1024 * 1024;

    /// <summary>The body, or null when it is larger than the limit; what is left of it is drained then.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength > Limit)
        {
            await RefuseAsync(context, 0);
            return null;
        }

        var bytes = new byte[request.ContentLength ?? 64 * 1024];
        var length = 0;
        int read;
        while ((read = await request.Body.ReadAsync(bytes.AsMemory(length), context.RequestAborted)) > 0)
        {
            length += read;
            if (length > Limit)
            {
                await RefuseAsync(context, length);
                return null;
            }

            if (length == bytes.Length && request.ContentLength is null)
                Array.Resize(ref bytes, Math.Min(length * 2, Limit + 1));
        }

        return bytes.AsMemory(0, length);
    }

    private static async Task RefuseAsync(HttpContext context, long alreadyRead)
    {
        context.Response.Headers.Connection = "close";
        // Who asks before sending has not sent: the answer stops it.
        if (alreadyRead == 0 && context.Request.Headers.Expect.Count > 0)
            return;

        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int read;
            while (alreadyRead < DrainLimit && (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
                alreadyRead += read;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
