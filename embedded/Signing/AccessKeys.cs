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

    /// <summary>The access key with an id, or null when there is no such key.</summary>
    public AccessKey? Find(string id)
    {
        if (_iam.RoleOf(id) is { } role)
            return new AccessKey(id, role.SecretAccessKey, role);
        return _secrets.TryGetValue(id, out var secret) ? new AccessKey(id, secret, Role: null) : null;
    }
}
