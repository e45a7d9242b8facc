using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>An operation that manages APIs. It reads its members first, and then works alone among the changes.</summary>
internal abstract class ApiGatewayOperation(ResourceStore resources) : IControlOperation
{
    public virtual PassedRole? PassedRole(ControlRequest request) => null;

    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var work = Read(request);
        request.Finish();
        return resources.ChangeAsync(work);
    }

    /// <summary>Reads the members of a request.</summary>
    /// <returns>What is to be done.</returns>
    protected abstract Func<ResourceChange, ControlAnswer> Read(ControlRequest request);
}
