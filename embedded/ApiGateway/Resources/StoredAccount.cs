namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>What all APIs of the account have in common: https://docs.aws.amazon.com/apigateway/latest/api/API_GetAccount.html.</summary>
/// <param name="CloudwatchRoleArn">The role under which logs are written.</param>
internal sealed record StoredAccount(string? CloudwatchRoleArn)
{
    /// <summary>There is one.</summary>
    public const string Key = "account";
}
