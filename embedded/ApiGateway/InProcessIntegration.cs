using EmbeddedAws.Lambda;

namespace EmbeddedAws.ApiGateway;

/// <summary>A function in this process. Nothing is serialized, but what would be too large for an event or an answer is refused all the same.</summary>
/// <param name="Name">What is called, for the log.</param>
/// <param name="Function">Answers a request.</param>
public sealed record InProcessIntegration(string Name, Func<IntegrationRequest, Task<IntegrationResponse>> Function) : Integration(Name)
{
    internal override async Task<IntegrationResponse> InvokeAsync(IntegrationRequest request)
    {
        var response = await Function(request);
        var length = ProxyResult.LengthOf(response);
        return length <= InvocationLimits.ResultBytes ? response : throw InvocationLimits.ResultTooLarge(length);
    }
}
