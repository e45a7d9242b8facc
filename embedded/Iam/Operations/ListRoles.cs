using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam.Operations;

/// <summary>https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html</summary>
internal sealed class ListRoles(RoleStore roles) : IControlOperation
{
    public Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var (prefix, page) = (request.Text("PathPrefix") ?? "/", IamPage.Of(request));
        request.Finish();
        var listed = roles.All.Where(role => role.Path.StartsWith(prefix, StringComparison.Ordinal));
        return new ControlAnswer(page.Answer("Roles", listed, role => role.Name, RoleAnswer.Summary));
    }
}
