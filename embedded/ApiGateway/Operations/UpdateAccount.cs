using EmbeddedAws.ApiGateway.Resources;
using EmbeddedAws.ControlPlane;
using EmbeddedAws.Iam;

namespace EmbeddedAws.ApiGateway.Operations;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateAccount.html</summary>
internal sealed class UpdateAccount(ResourceStore resources, IamService iam) : ApiGatewayOperation(resources)
{
    private const string Principal = "apigateway.amazonaws.com";

    private const string RolePath = "/cloudwatchRoleArn";

    public override PassedRole? PassedRole(ControlRequest request) =>
        Patch.Of(request).LastOrDefault(patch => patch.Path == RolePath && patch.Text.Length > 0) is { } patch ? new PassedRole(patch.Text, Principal) : null;

    protected override Func<ResourceChange, ControlAnswer> Read(ControlRequest request)
    {
        var patches = Patch.Of(request);
        return change =>
        {
            var account = patches.Aggregate(change.Find<StoredAccount>(StoredAccount.Key) ?? new StoredAccount((string?)null), Apply);
            change.Put(StoredAccount.Key, account);
            return AccountAnswer.Of(account);
        };
    }

    private StoredAccount Apply(StoredAccount account, Patch patch)
    {
        if (patch.Path != RolePath)
            throw patch.Unknown;
        if (patch.IsRemove || patch.Text.Length == 0)
            return account with { CloudwatchRoleArn = null };
        return iam.AssumedRole(patch.Text, Principal) is not null
            ? account with { CloudwatchRoleArn = patch.Text }
            : throw ApiErrors.BadRequest("The role ARN does not have required permissions configured. Please grant trust permission for API Gateway and add the required role policy.");
    }
}
