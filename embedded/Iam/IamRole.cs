using System.Runtime.CompilerServices;
using EmbeddedAws.Iam.Policies;
using EmbeddedAws.Iam.Roles;

namespace EmbeddedAws.Iam;

/// <summary>A role, and the credentials of the function that runs as it.</summary>
public sealed class IamRole
{
    /// <summary>What the policies say that a role has had: they are read once.</summary>
    private readonly ConditionalWeakTable<StoredRole, IReadOnlyList<PolicyStatement>> _statements = [];
    private readonly Lock _gate = new();
    private readonly HashSet<(string Action, string Resource)> _used = [];
    private readonly RoleStore _roles;
    private readonly StoredRole _created;

    private readonly bool _recordsGrants;

    internal IamRole(RoleStore roles, StoredRole created, bool recordsGrants) => (_roles, _created, _recordsGrants) = (roles, created, recordsGrants);

    /// <summary>The role's name.</summary>
    public string Name => _created.Name;

    /// <summary>The role's id, which no other role ever has.</summary>
    public string Id => _created.Id;

    /// <summary>The role's ARN.</summary>
    public string Arn => RoleAnswer.ArnOf(_created);

    /// <summary>What a call of the role is signed with.</summary>
    public string AccessKeyId => _created.AccessKeyId;

    /// <summary>The secret to <see cref="AccessKeyId"/>.</summary>
    public string SecretAccessKey => _created.SecretAccessKey;

    /// <summary>The actions and resources that calls of the role needed and were granted; none without <see cref="EmbeddedCloudOptions.RecordsGrants"/>.</summary>
    public IReadOnlyList<(string Action, string Resource)> Used
    {
        get
        {
            lock (_gate)
                return [.. _used];
        }
    }

    /// <summary>The statements of all its policies; none once it is deleted.</summary>
    public IReadOnlyList<PolicyStatement> Statements => _roles.Find(Name) is { } role && role.Id == _created.Id ? _statements.GetValue(role, Read) : [];

    /// <summary>Gives the role a policy, in place of one with the same name.</summary>
    /// <param name="name">The policy's name.</param>
    /// <param name="document">The policy in JSON.</param>
    /// <exception cref="NotSupportedException">The policy has an element that is not evaluated here.</exception>
    public void PutPolicy(string name, string document)
    {
        _ = PolicyStatement.Read(document);
        _roles.ChangeAsync(Name, role => role with { Policies = new Dictionary<string, string>(role.Policies) { [name] = document } }).GetAwaiter().GetResult();
    }

    /// <summary>Whether a policy of the role denies it, which no other policy can allow.</summary>
    /// <param name="action">The action: <c>s3:GetObject</c>.</param>
    /// <param name="resource">The ARN of what it is about.</param>
    /// <param name="context">What conditions may ask for.</param>
    internal bool Denies(string action, string resource, IReadOnlyDictionary<string, string> context) =>
        Statements.Any(statement => statement.IsDeny && statement.Covers(action, resource) && statement.Conditions.All(condition => condition.Holds(context)));

    /// <summary>
    /// Whether the role may: something allows it and nothing denies it
    /// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
    /// </summary>
    /// <param name="action">The action: <c>s3:GetObject</c>.</param>
    /// <param name="resource">The ARN of what it is about.</param>
    /// <param name="context">What conditions may ask for.</param>
    internal bool MayCall(string action, string resource, IReadOnlyDictionary<string, string> context)
    {
        var covering = Statements
            .Where(statement => statement.Covers(action, resource) && statement.Conditions.All(condition => condition.Holds(context)))
            .ToList();
        if (covering.Count == 0 || covering.Any(statement => statement.IsDeny))
            return false;
        if (_recordsGrants)
        {
            lock (_gate)
                _used.Add((action, resource));
        }

        return true;
    }

    private static IReadOnlyList<PolicyStatement> Read(StoredRole role) =>
        [.. role.Policies.Values.Concat(role.AttachedPolicies.Select(arn => ManagedPolicy.Find(arn).Document)).SelectMany(PolicyStatement.Read)];
}
