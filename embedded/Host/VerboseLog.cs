namespace EmbeddedAws.Host;

/// <summary>One line a request, for <c>--verbose</c>: time, what was called, method, path, status and milliseconds.</summary>
internal static class VerboseLog
{
    /// <summary>Where in <see cref="HttpContext.Items"/> a service says what was called.</summary>
    public const string OperationKey = "operation";

    public static RequestDelegate Around(RequestDelegate next, TextWriter log, TimeProvider time) => async context =>
    {
        var start = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var operation = context.Items[OperationKey] as string ?? "-";
            var request = context.Request;
            var outcome = context.RequestAborted.IsCancellationRequested ? "cut" : $"{context.Response.StatusCode}";
            // The query may hold a presigned signature: it stays out of the log.
            var path = RequestTarget.Of(request).Split('?')[0];
            await log.WriteLineAsync(LogText.Line(
                $"{time.GetLocalNow():HH:mm:ss.fff} {operation,-24} {request.Method,-7} {path} {outcome} {time.GetElapsedTime(start).TotalMilliseconds:0} ms"));
        }
    };
}
