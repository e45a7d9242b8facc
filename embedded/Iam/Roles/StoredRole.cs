namespace EmbeddedAws.Iam.Roles;

/// <summary>A role as it is kept: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html.</summary>
/// <param name="Name">Its name, unique in the account.</param>
/// <param name="Id">Its id, which no other role ever has.</param>
/// <param name="Created">When it was made.</param>
/// <param name="TrustPolicy">Who may take it on, in JSON as it was sent.</param>
/// <param name="AccessKeyId">What a call of the role is signed with.</param>
/// <param name="SecretAccessKey">The secret to the access key.</param>
internal sealed record StoredRole(string Name, string Id, DateTimeOffset Created, string TrustPolicy, string AccessKeyId, string SecretAccessKey)
{
    /// <summary>Where it is among the roles: <c>/</c>, or <c>/service-role/</c>.</summary>
    public string Path { get; init; } = "/";

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>How long a session may last, in seconds. The credentials of a role do not expire here.</summary>
    public int MaxSessionDuration { get; init; } = 3600;

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The policies that are its own, in JSON as they were sent, by their names.</summary>
    public IReadOnlyDictionary<string, string> Policies { get; init; } = new Dictionary<string, string>();

    /// <summary>The ARNs of the managed policies that are attached to it.</summary>
    public IReadOnlyList<string> AttachedPolicies { get; init; } = [];

    /// <summary>The secret must not be in a log.</summary>
    public override string ToString() => Name;
}
