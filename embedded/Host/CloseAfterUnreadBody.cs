using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace EmbeddedAws.Host;

/// <summary>
/// Closes the connection after an answer that was given before the whole body was read. A client that asked before it sent the body
/// (<c>Expect: 100-continue</c>) does not send it after such an answer, and its next request would be taken for the body.
/// </summary>
internal static class CloseAfterUnreadBody
{
    /// <summary>
    /// How much is read after the answer, and for how long. A client that is still sending into a closed connection sees a reset instead of
    /// the answer.
    /// </summary>
    private const long DrainLimit = 32 * 1024 * 1024;
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(10);

    public static RequestDelegate Around(RequestDelegate next) => async context =>
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
        {
            await next(context);
            return;
        }

        var isUnread = false;
        context.Response.OnStarting(() =>
        {
            isUnread = !IsRead(context.Request.BodyReader);
            if (isUnread)
                context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });
        await next(context);
        if (isUnread && !context.RequestAborted.IsCancellationRequested)
            await DrainAsync(context);
    };

    private static bool IsRead(PipeReader body)
    {
        try
        {
            if (!body.TryRead(out var rest))
                return false;
            body.AdvanceTo(rest.Buffer.Start);
            return rest.IsCompleted && rest.Buffer.IsEmpty;
        }
        catch (InvalidOperationException)
        {
            return false; // It is being read.
        }
        catch (IOException)
        {
            return false; // It has no end that can be found.
        }
    }

    private static async Task DrainAsync(HttpContext context)
    {
        await context.Response.CompleteAsync();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(DrainTime);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var left = DrainLimit;
            int read;
            while (left > 0 && (read = await context.Request.Body.ReadAsync(buffer, limit.Token)) > 0)
                left -= read;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The client has its answer; whatever else it sends is lost.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
