using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Operations;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam;

/// <summary>The operations of IAM: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html.</summary>
internal static class IamOperations
{
    public static IReadOnlyList<IControlOperation> All(RoleStore roles) =>
    [
        new CreateRole(roles),
        new GetRole(roles),
        new UpdateRole(roles),
        new UpdateRoleDescription(roles),
        new UpdateAssumeRolePolicy(roles),
        new DeleteRole(roles),
        new ListRoles(roles),
        new PutRolePolicy(roles),
        new GetRolePolicy(roles),
        new DeleteRolePolicy(roles),
        new ListRolePolicies(roles),
        new AttachRolePolicy(roles),
        new DetachRolePolicy(roles),
        new ListAttachedRolePolicies(roles),
        new ListInstanceProfilesForRole(roles),
        new TagRole(roles),
        new UntagRole(roles),
        new ListRoleTags(roles),
        new GetUser(),
        new GetPolicy(roles),
        new GetPolicyVersion(),
    ];
}
