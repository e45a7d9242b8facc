using ImageService.Local.Gateway;

namespace ImageService.Local.Host;

/// <summary>Hands each request on the one port to the service that it is for, with the fault that a test wants for it.</summary>
internal sealed class Dispatcher(IAwsService s3, IAwsService dynamoDb, ApiGateway gateway, AwsCalls calls, TimeProvider time)
{
    /// <summary>The names of the services, as <c>GET /_localstack/health</c> lists them.</summary>
    public IReadOnlyList<string> Services { get; } = ["apigateway", dynamoDb.Name, s3.Name];

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path == Health.Path)
            await Health.WriteAsync(context, Services);
        else if (ApiUrl.Parse(RawPath.Of(request)) is { } url)
            await gateway.HandleAsync(context, url);
        else
            await CallAsync(context, request.Headers.ContainsKey("X-Amz-Target") ? dynamoDb : s3);
    }

    private async Task CallAsync(HttpContext context, IAwsService service)
    {
        var operation = service.OperationOf(context.Request);
        context.Items[RequestLog.OperationKey] = $"{service.Name} {operation}";
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
            case AwsFault.Delay delay:
                await Task.Delay(delay.Time, time, context.RequestAborted);
                break;
        }

        await service.HandleAsync(context, operation);
    }
}
