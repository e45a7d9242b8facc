using EmbeddedAws.ApiGateway;
using EmbeddedAws.Storage;

namespace EmbeddedAws.Host;

/// <summary>Hands each request to the service that it is for, with the fault that a test wants for it.</summary>
internal sealed class Dispatcher(PageGuard guard, IReadOnlyList<IAwsService> services, ApiGatewayService gateway, AwsCalls calls, TimeProvider time, TextWriter errors)
{
    private readonly Dictionary<string, IAwsService> _services = services.ToDictionary(service => service.Name);
    private readonly OccasionalLog _resources = new(errors);
    private readonly OccasionalLog _forbidden = new(errors);

    /// <summary>The names of the services, as <c>GET /_localstack/health</c> lists them.</summary>
    public IReadOnlyList<string> Services { get; } = [.. services.Select(service => service.Name).Order(StringComparer.Ordinal)];

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        var url = ApiUrl.Parse(RequestTarget.Of(request).Split('?')[0]);
        if (guard.ReasonToRefuse(request, mayBeLinked: url is not null) is { } reason)
            await ForbidAsync(context, url, reason);
        else if (request.Path == Health.Path && HttpMethods.IsGet(request.Method))
            await Health.WriteAsync(context, Services);
        else if (url is not null)
            await InvokeAsync(context, url);
        else
            await CallAsync(context, RequestedService.Of(request));
    }

    private Task ForbidAsync(HttpContext context, ApiUrl? url, string reason)
    {
        _forbidden.Write(reason);
        return url is null && context.Request.Path != Health.Path && _services.TryGetValue(RequestedService.Of(context.Request), out var service)
            ? service.ForbidAsync(context, reason)
            : PageGuard.ForbidAsync(context, reason);
    }

    private Task InvokeAsync(HttpContext context, ApiUrl url)
    {
        BodyDeadline.Set(context, BodyDeadline.OfMessage, time);
        return gateway.HandleAsync(context, url);
    }

    private Task CallAsync(HttpContext context, string service)
    {
        BodyDeadline.Set(context, service == RequestedService.S3 ? BodyDeadline.OfObject : BodyDeadline.OfMessage, time);
        context.Items[VerboseLog.OperationKey] = service;
        return _services.TryGetValue(service, out var known) ? CallAsync(context, known) : UnknownService.RefuseAsync(context, service, Services);
    }

    private async Task CallAsync(HttpContext context, IAwsService service)
    {
        var operation = service.OperationOf(context.Request);
        context.Items[VerboseLog.OperationKey] = $"{service.Name} {operation}";
        try
        {
            await CallAsync(context, service, operation);
        }
        catch (Exception exception) when (ResourceFailure.Of(exception) is { } failure && !context.Response.HasStarted)
        {
            _resources.Write($"{service.Name} {operation} failed: {failure.Message}");
            await (failure.IsDiskFull
                ? service.RefuseAsync(context, 500, "InternalError", failure.Message)
                : service.RefuseAsync(context, 503, "SlowDown", "Please reduce your request rate."));
        }
#pragma warning disable CA1031 // Even if the embedded cloud itself fails, the client gets an answer and the user a reason.
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested && exception is not BadHttpRequestException)
#pragma warning restore CA1031
        {
            await errors.WriteLineAsync($"{service.Name} {operation} failed: {LogText.Of(exception)}");
            if (context.Response.HasStarted)
                context.Abort();
            else
                await service.RefuseAsync(context, 500, "InternalError", "The embedded cloud failed: the reason is on its standard error.");
        }
    }

    private async Task CallAsync(HttpContext context, IAwsService service, string operation)
    {
        switch (calls.Enter(operation))
        {
            case AwsFault.Error error:
                await service.RefuseAsync(context, error.Status, error.Code, "A test asked for this failure.");
                return;
            case AwsFault.Disconnect:
                context.Abort();
                return;
            case AwsFault.LoseAnswer:
                context.Response.Body = Stream.Null;
                await service.HandleAsync(context, operation);
                context.Abort();
                return;
            case AwsFault.CutBody:
                await BodyFaults.CutAsync(context, () => service.HandleAsync(context, operation));
                return;
            case AwsFault.TruncateAnswer:
                await BodyFaults.TruncateAsync(context, () => service.HandleAsync(context, operation));
                return;
            case AwsFault.Hold { Afterwards: false } hold:
                await hold.WaitAsync(context.RequestAborted);
                break;
            case AwsFault.Hold hold:
                await BodyFaults.HoldAsync(context, () => service.HandleAsync(context, operation), hold);
                return;
        }

        await service.HandleAsync(context, operation);
    }
}
