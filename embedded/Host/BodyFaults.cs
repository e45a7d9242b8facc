namespace EmbeddedAws.Host;

/// <summary>Faults in the middle of an exchange: see <see cref="AwsFault"/>.</summary>
internal static class BodyFaults
{
    /// <summary>Cuts the connection in the middle of the body: that of an object that is put, or else that of the answer.</summary>
    public static async Task CutAsync(HttpContext context, Func<Task> handle)
    {
        if (HttpMethods.IsPut(context.Request.Method))
        {
            await context.Request.Body.ReadExactlyAsync(new byte[(context.Request.ContentLength ?? 0) / 2]);
        }
        else
        {
            var answer = await AnswerAsync(context, handle);
            await context.Response.Body.WriteAsync(answer.AsMemory(0, answer.Length / 2));
            await context.Response.Body.FlushAsync();
        }

        context.Abort();
    }

    /// <summary>Carries a call out, and sends half of its answer as if it were whole.</summary>
    public static async Task TruncateAsync(HttpContext context, Func<Task> handle)
    {
        var answer = await AnswerAsync(context, handle);
        context.Response.ContentLength = answer.Length / 2;
        await context.Response.Body.WriteAsync(answer.AsMemory(0, answer.Length / 2));
    }

    /// <summary>Carries a call out, and lets its answer wait.</summary>
    public static async Task HoldAsync(HttpContext context, Func<Task> handle, AwsFault.Hold hold)
    {
        var answer = await AnswerAsync(context, handle);
        await hold.WaitAsync(context.RequestAborted);
        await context.Response.Body.WriteAsync(answer);
    }

    /// <summary>The body of an answer, of which nothing is sent yet.</summary>
    private static async Task<byte[]> AnswerAsync(HttpContext context, Func<Task> handle)
    {
        var body = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        await handle();
        context.Response.Body = body;
        return answer.ToArray();
    }
}
