using EmbeddedAws.ControlPlane;
using EmbeddedAws.Lambda;

namespace EmbeddedAws.ApiGateway.Serving;

/// <summary>The functions of a cloud that has none.</summary>
internal sealed class NoFunctions : IFunctions
{
    public bool MayInvoke(string functionArn, string principal, string sourceArn) => false;

    public Task<Invocation> InvokeAsync(string functionArn, byte[] payload) =>
        throw new AwsException(404, "ResourceNotFoundException", $"Function not found: {functionArn}");
}
