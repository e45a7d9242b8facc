using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html</summary>
internal sealed class RemovePermission(Functions functions) : FunctionOperation(functions)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request);
        var (id, revision) = (request.RequiredText("StatementId"), request.Text("RevisionId"));
        request.Finish();
        await ChangeAsync(name, before =>
        {
            CheckRevision(revision, before.PolicyRevisionId);
            return before.Policy.Any(permission => permission.StatementId == id)
                ? before with { Policy = [.. before.Policy.Where(permission => permission.StatementId != id)], PolicyRevisionId = Guid.NewGuid().ToString() }
                : throw new AwsException(404, "ResourceNotFoundException", $"Statement {id} is not found in resource policy.");
        });
        return ControlAnswer.Nothing;
    }
}
