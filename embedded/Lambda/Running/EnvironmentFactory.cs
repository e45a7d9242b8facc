using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;
using EmbeddedAws.Lambda.Code;
using EmbeddedAws.Logs;

namespace EmbeddedAws.Lambda.Running;

/// <summary>What all execution environments of a cloud are made from.</summary>
internal sealed record EnvironmentFactory(CodeStore Code, IamService Iam, Uri Endpoint, TimeProvider Time, FunctionLogs Logs)
{
    /// <summary>The role that a function runs as.</summary>
    /// <exception cref="AwsException">It is gone, or trusts Lambda no more.</exception>
    public IamRole RoleOf(FunctionConfiguration function) => Iam.AssumedRole(function.Role, FunctionReader.Principal)
        ?? throw new AwsException(403, "AccessDeniedException", $"The role defined for the function cannot be assumed by Lambda: there is no role {function.Role} that trusts it.");
}
