using System.Text;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Lambda;

namespace EmbeddedAws.ApiGateway.Serving;

/// <summary>A function of Lambda, which the gateway invokes while the function's policy allows it.</summary>
/// <param name="FunctionArn">The function.</param>
/// <param name="Source">For which stage and resource: <c>images/dev</c>, and <c>/images/id</c>.</param>
/// <param name="Functions">The functions.</param>
internal sealed record FunctionIntegration(string FunctionArn, (string Stage, string Path) Source, Functions Functions)
    : Integration(FunctionArn[(FunctionArn.IndexOf(":function:", StringComparison.Ordinal) + ":function:".Length)..])
{
    private const string Principal = "apigateway.amazonaws.com";
    private const int LongestError = 1000;

    /// <summary>The path of a resource as the ARN of a call has it: a policy that names <c>/images/{id}</c> does not fit, <c>/images/*</c> does.</summary>
    public static string ArnPath(string resourcePath) =>
        resourcePath.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);

    internal override bool IsPermitted(string httpMethod) =>
        Functions.MayInvoke(FunctionArn, Principal, Arn.Of("execute-api", $"{Source.Stage}/{httpMethod}{Source.Path}"));

    internal override async Task<IntegrationResponse> InvokeAsync(IntegrationRequest request)
    {
        var invocation = await Functions.InvokeAsync(FunctionArn, ProxyEvent.Write(request));
        if (invocation.FunctionError is { } error)
            throw new InvalidDataException($"{error}: {Encoding.UTF8.GetString(invocation.Payload.AsSpan(0, Math.Min(invocation.Payload.Length, LongestError)))}");
        return ProxyResult.Read(invocation.Payload);
    }
}
