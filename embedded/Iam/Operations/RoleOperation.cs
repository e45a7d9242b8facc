using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Iam.Operations;

/// <summary>An operation on one role.</summary>
internal abstract class RoleOperation : IControlOperation
{
    public string ResourceOf(ControlRequest request) => Arn.OfIam($"role{request.Path()}{request.RoleName()}");

    public abstract Task<ControlAnswer> RunAsync(ControlRequest request);
}
