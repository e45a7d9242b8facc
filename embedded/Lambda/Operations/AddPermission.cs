using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Lambda.Operations;

/// <summary>https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html</summary>
internal sealed partial class AddPermission(Functions functions) : FunctionOperation(functions)
{
    public override async Task<ControlAnswer> RunAsync(ControlRequest request)
    {
        var name = FunctionReference.Read(request);
        var permission = new Permission(request.RequiredText("StatementId"), request.RequiredText("Action"), request.RequiredText("Principal"))
        {
            SourceArn = request.Text("SourceArn"),
            SourceAccount = request.Text("SourceAccount"),
        };
        var revision = request.Text("RevisionId");
        request.Finish();
        if (!Id().IsMatch(permission.StatementId))
            throw new AwsException(400, "ValidationException", $"Value '{permission.StatementId}' at 'statementId' failed to satisfy constraint: Member must satisfy regular expression pattern: ([a-zA-Z0-9-_]+)");
        if (!Action().IsMatch(permission.Action))
            throw new AwsException(400, "ValidationException", $"Value '{permission.Action}' at 'action' failed to satisfy constraint: Member must satisfy regular expression pattern: (lambda:[*]|lambda:[a-zA-Z]+|[*])");
        await ChangeAsync(name, before =>
        {
            CheckRevision(revision, before.PolicyRevisionId);
            if (before.Policy.Any(known => known.StatementId == permission.StatementId))
                throw new AwsException(409, "ResourceConflictException", $"The statement id ({permission.StatementId}) provided already exists. Please provide a new statement id, or remove the existing statement.");
            return before with { Policy = [.. before.Policy, permission], PolicyRevisionId = Guid.NewGuid().ToString() };
        });
        return new JsonObject { ["Statement"] = permission.Write(FunctionConfiguration.ArnOf(name)).ToJsonString() };
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9_-]{1,100}\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"\A(lambda:\*|lambda:[a-zA-Z]+|\*)\z")]
    private static partial Regex Action();
}
