using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagRole.html</summary>
internal sealed class UntagRole(RoleStore roles) : RoleOperation
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (name, keys) = (request.RoleName(), request.List("TagKeys") ?? throw request.Invalid("TagKeys is required."));
        request.Finish();
        var removed = keys.Select(key => key is JsonValue value && value.TryGetValue(out string? text) ? text : throw request.Invalid("TagKeys must be a list of strings.")).ToHashSet();
        await roles.ChangeAsync(name, role => role with { Tags = role.Tags.Where(tag => !removed.Contains(tag.Key)).ToDictionary() });
        return ControlAnswer.Nothing;
    }
}
