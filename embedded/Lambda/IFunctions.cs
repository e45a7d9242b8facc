namespace EmbeddedAws.Lambda;

/// <summary>The functions, as the services see them that invoke them.</summary>
internal interface IFunctions
{
    /// <summary>Whether a service may invoke a function for one of its resources: a statement of the function's policy allows it.</summary>
    /// <param name="functionArn">The function.</param>
    /// <param name="principal">The service: <c>apigateway.amazonaws.com</c>.</param>
    /// <param name="sourceArn">For what: <c>arn:aws:execute-api:us-east-1:000000000000:images/dev/GET/images</c>.</param>
    bool MayInvoke(string functionArn, string principal, string sourceArn);

    /// <summary>Invokes a function and waits for its result.</summary>
    /// <param name="functionArn">The function.</param>
    /// <param name="payload">Its event, in JSON.</param>
    /// <exception cref="ControlPlane.AwsException">It was not started: there is no such function, or too many of it run.</exception>
    Task<Invocation> InvokeAsync(string functionArn, byte[] payload);
}
