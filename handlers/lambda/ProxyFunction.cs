using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using ImageService.Handlers;
using ImageService.Handlers.Routing;
using ImageService.Handlers.Storage;
using ImageService.Handlers.Variants;
using ImageService.Lambda.Events;
using ImageService.Lambda.Logging;

namespace ImageService.Lambda;

/// <summary>
/// An operation as a Lambda function that API Gateway calls by its proxy integration. Lambda makes an instance per environment,
/// so the clients of AWS, and their connections, last from one request to the next.
/// </summary>
public abstract class ProxyFunction : IDisposable
{
    private readonly Operation _operation;
    private readonly AwsAccess _clients;
    private readonly IImageRenderer? _renderer;
    private readonly ImageApi _api;

    /// <summary>Opens the clients of AWS, which all requests of this instance share.</summary>
    /// <param name="operation">The operation that every request to this function runs.</param>
    /// <param name="settings">The configuration of the service.</param>
    /// <param name="options">The clock, credentials, and where its log goes.</param>
    /// <param name="renderer">What makes variants, where the operation is <see cref="Operation.RenderImage"/>.</param>
    protected ProxyFunction(Operation operation, Settings settings, FunctionOptions options, IImageRenderer? renderer = null)
    {
        _operation = operation;
        _renderer = renderer;
        _clients = new AwsAccess(settings, options.Credentials, options.Time);
        _api = new ImageApi(settings, _clients, options.Time, new LogWriter(options.Log, options.Time).Write, renderer);
    }

    /// <summary>Answers a request: the method that the handler string of each function names.</summary>
    /// <param name="proxyEvent">The request, as API Gateway passes it on.</param>
    /// <param name="context">Tells the time that is left.</param>
    public async Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest proxyEvent, ILambdaContext context)
    {
        var response = await _api.InvokeAsync(_operation, ProxyRequest.Of(proxyEvent, context));
        return ProxyResponse.Of(response);
    }

    /// <summary>Disposes the clients and the renderer. Lambda never does, it ends the process.</summary>
    public void Dispose()
    {
        _clients.Dispose();
        (_renderer as IDisposable)?.Dispose();
        GC.SuppressFinalize(this);
    }
}
