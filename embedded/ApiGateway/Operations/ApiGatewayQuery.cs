using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>An operation that reads APIs. It waits for no change: what is not on the disk yet it does not see.</summary>
internal abstract class ApiGatewayQuery(ResourceStore resources) : IControlOperation
{
    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var work = Read(request);
        request.Finish();
        return work(resources);
    }

    /// <summary>Reads the members of a request.</summary>
    /// <returns>What is to be answered.</returns>
    protected abstract Func<IResources, ControlAnswer> Read(ControlRequest request);
}
