using System.Globalization;
using System.Threading.Channels;
using EmbeddedAws.Host;

namespace EmbeddedAws.Lambda.Running;

/// <summary>The runtime API of one process: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html.</summary>
/// <param name="functionArn">The function.</param>
/// <param name="authority">The host and port by which the process knows the API.</param>
internal sealed class RuntimeApi(string functionArn, string authority)
{
    private const string Root = "/2018-06-01/runtime";

    private readonly Channel<PendingInvocation> _waiting = Channel.CreateUnbounded<PendingInvocation>();
    private readonly TaskCompletionSource<Outcome?> _initialized = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile PendingInvocation? _current;
    private volatile TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the process asks for its first invocation, or with the failure that it has told before.</summary>
    public Task<Outcome?> Initialized => _initialized.Task;

    /// <summary>Ends when the process asks for an invocation that it does not have yet.</summary>
    public Task Idle => _idle.Task;

    /// <summary>Hands an invocation to the process.</summary>
    public void Send(PendingInvocation invocation) => _waiting.Writer.TryWrite(invocation);

    public async Task HandleAsync(HttpContext context)
    {
        var (method, path) = (context.Request.Method, context.Request.Path.Value ?? "");
        if (IsOfPage(context.Request))
            await AnswerAsync(context, 403, """{"errorType":"Forbidden","errorMessage":"The runtime API is for the process of the function."}""");
        else if (method == "GET" && path == $"{Root}/invocation/next")
            await NextAsync(context);
        else if (method == "POST" && path == $"{Root}/init/error")
            await FailInitAsync(context);
        else if (method == "POST" && path.Split('/') is ["", "2018-06-01", "runtime", "invocation", var requestId, "response" or "error"])
            await EndAsync(context, requestId, isFailure: path.EndsWith("/error", StringComparison.Ordinal));
        else
            await AnswerAsync(context, 404, $$"""{"errorType":"InvalidRequest","errorMessage":"There is no {{method}} of this path."}""");
    }

    private async Task NextAsync(HttpContext context)
    {
        _initialized.TrySetResult(null);
        _idle.TrySetResult();
        var invocation = await _waiting.Reader.ReadAsync(context.RequestAborted);
        (_idle, _current) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), invocation);
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = invocation.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = functionArn;
        headers["Lambda-Runtime-Trace-Id"] = $"Root=1-{DateTimeOffset.UtcNow.ToUnixTimeSeconds():x8}-{invocation.RequestId.Replace("-", "", StringComparison.Ordinal)[..24]};Sampled=0";
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = invocation.Payload.Length;
        await context.Response.Body.WriteAsync(invocation.Payload, context.RequestAborted);
    }

    private async Task FailInitAsync(HttpContext context)
    {
        _initialized.TrySetResult(new Outcome(await ReadAsync(context) ?? [], IsFailure: true));
        await AcceptAsync(context);
    }

    private async Task EndAsync(HttpContext context, string requestId, bool isFailure)
    {
        var body = await ReadAsync(context);
        if (_current is not { } invocation || invocation.RequestId != requestId)
        {
            await AnswerAsync(context, 400, """{"errorType":"InvalidRequestID","errorMessage":"Invalid request ID"}""");
        }
        else if (body is null)
        {
            invocation.End(Outcome.Failed("Function.ResponseSizeTooLarge", $"Response payload size exceeded maximum allowed payload size ({InvocationLimits.ResultBytes} bytes)."));
            await AnswerAsync(context, 413, """{"errorType":"RequestEntityTooLarge","errorMessage":"Exceeded maximum allowed payload size"}""");
        }
        else
        {
            // First, so that a process that ends, or closes the connection, as soon as it has answered has done so.
            invocation.End(new Outcome(body, isFailure));
            await AcceptAsync(context);
        }
    }

    /// <summary>
    /// Whether a browser sends it, for any page: it says so in these headers, or asks by a name that was made to lead to this machine (DNS rebinding). Such a
    /// page would take the events of the function.
    /// </summary>
    private bool IsOfPage(HttpRequest request) =>
        request.Headers.Origin.Count > 0 || request.Headers.ContainsKey("Sec-Fetch-Site") || request.Host.Value != authority;

    /// <summary>Reads a body to its end; null where it is too long.</summary>
    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        var body = await ArrivingBody.ReadAsync(context.Request, InvocationLimits.ResultBytes);
        if (body is not null)
            return body.Value.ToArray();
        while (await context.Request.BodyReader.NextAsync(context.RequestAborted) is var rest && !rest.IsCompleted)
            context.Request.BodyReader.AdvanceTo(rest.Buffer.End);
        return null;
    }

    private static Task AcceptAsync(HttpContext context) => AnswerAsync(context, 202, """{"status":"OK"}""");

    private static async Task AnswerAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        await context.Response.WriteAsync(json, context.RequestAborted);
    }
}
