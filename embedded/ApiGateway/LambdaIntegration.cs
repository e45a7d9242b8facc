namespace EmbeddedAws.ApiGateway;

/// <summary>Invokes a Lambda function.</summary>
/// <param name="proxyEvent">API Gateway's event, in JSON.</param>
/// <param name="requestId">The id of the request.</param>
/// <param name="remainingTime">How long the function has.</param>
/// <returns>The function's answer, in JSON.</returns>
public delegate Task<byte[]> LambdaFunction(byte[] proxyEvent, string requestId, TimeSpan remainingTime);

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
