using EmbeddedAws.Lambda;

namespace EmbeddedAws.ApiGateway;

/// <summary>A Lambda function, which takes API Gateway's event in JSON and gives its answer in JSON.</summary>
/// <param name="Name">The name of the function, for the log.</param>
/// <param name="Function">Invokes it.</param>
public sealed record LambdaIntegration(string Name, LambdaFunction Function) : Integration(Name)
{
    internal override async Task<IntegrationResponse> InvokeAsync(IntegrationRequest request)
    {
        var result = await Function(ProxyEvent.Write(request), request.RequestId, request.RemainingTime);
        return result.Length <= InvocationLimits.ResultBytes ? ProxyResult.Read(result) : throw InvocationLimits.ResultTooLarge(result.Length);
    }
}
