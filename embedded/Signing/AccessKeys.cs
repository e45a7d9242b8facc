using EmbeddedAws.Iam;

namespace EmbeddedAws.Signing;

/// <summary>The credentials that may sign: <c>test</c>/<c>test</c>, those in the environment, and those of the roles.</summary>
internal sealed class AccessKeys
{
    private readonly Dictionary<string, string> _secrets = new() { ["test"] = "test" };
    private readonly IamService _iam;

    public AccessKeys(IamService iam)
    {
        _iam = iam;
        if (Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is { Length: > 0 } id
            && Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY") is { Length: > 0 } secret)
        {
            _secrets[id] = secret;
        }
    }

    /// <summary>The secret of an access key, or null when there is no such key.</summary>
    public string? SecretOf(string accessKeyId) => _secrets.GetValueOrDefault(accessKeyId) ?? _iam.RoleOf(accessKeyId)?.SecretAccessKey;
}
