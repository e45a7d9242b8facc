using EmbeddedAws.Lambda;

namespace EmbeddedAws.ApiGateway;

/// <summary>What answers the requests of a method: a Lambda proxy integration.</summary>
/// <param name="Name">What is called, for the log.</param>
public abstract record Integration(string Name)
{
    /// <summary>Lambda's timeout: a function that has not answered by then has failed. The gateway itself waits for 29 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(28);

    /// <summary>How long the gateway waits: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html.</summary>
    internal TimeSpan GatewayTimeout { get; init; } = TimeSpan.FromSeconds(29);

    /// <summary>Whether the gateway may invoke the function for a request with this HTTP method.</summary>
    internal virtual bool IsPermitted(string httpMethod) => true;

    /// <summary>Whether the event of a request is no larger than an invocation takes.</summary>
    internal static bool Takes(IntegrationRequest request) => ProxyEvent.LengthOf(request) < InvocationLimits.EventBytes;

    /// <summary>Invokes the function.</summary>
    /// <exception cref="InvalidDataException">The answer is not one that API Gateway can read, or is larger than an invocation returns.</exception>
    internal abstract Task<IntegrationResponse> InvokeAsync(IntegrationRequest request);
}
