using EmbeddedAws.ControlPlane;
using EmbeddedAws.Host;

namespace EmbeddedAws.ApiGateway;

/// <summary>Invokes functions within their time limits, and turns failures into the gateway's own answers.</summary>
internal sealed class FunctionInvoker(TimeProvider time, TextWriter errors)
{
    /// <summary>Invokes the function of an integration.</summary>
    /// <returns>Its answer, or why there is none.</returns>
    public async Task<(IntegrationResponse? Response, GatewayResponseType? Failure)> InvokeAsync(Integration integration, IntegrationRequest request)
    {
        var limit = integration.Timeout < integration.GatewayTimeout ? integration.Timeout : integration.GatewayTimeout;
        var invocation = StartAsync(integration, request);
        try
        {
            var response = await invocation.WaitAsync(limit, time);
            return GatewayAnswer.IsWellFormed(response) ? (response, null) : (null, GatewayResponseType.IntegrationFailure);
        }
        catch (TimeoutException) when (!invocation.IsCompleted)
        {
            if (limit == integration.GatewayTimeout)
                return (null, GatewayResponseType.IntegrationTimeout);
            // Lambda has ended the function.
            await errors.WriteLineAsync($"{request.RequestId} {integration.Name} timed out after {limit.TotalSeconds} s");
            return (null, GatewayResponseType.IntegrationFailure);
        }
        catch (AwsException exception)
        {
            // "If the Lambda API rejects the invocation request, API Gateway returns a 500 error code": https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway-errors.html.
            await errors.WriteLineAsync($"{request.RequestId} {integration.Name} was not invoked: {exception.Code}: {LogText.Line(exception.Message)}");
            return (null, GatewayResponseType.Failure);
        }
#pragma warning disable CA1031 // A function may crash in any way; the client sees a 502.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await errors.WriteLineAsync($"{request.RequestId} {integration.Name} crashed: {LogText.Of(exception)}");
            return (null, GatewayResponseType.IntegrationFailure);
        }
    }

    // A function that throws before it returns a task fails like any other.
    private static async Task<IntegrationResponse> StartAsync(Integration integration, IntegrationRequest request) => await integration.InvokeAsync(request);
}
