using EmbeddedAws.Iam;

namespace EmbeddedAws.S3.Policies;

/// <summary>A statement of a bucket's policy, and whom it is about.</summary>
internal sealed record BucketStatement(PolicyPrincipal Principal, PolicyStatement Statement)
{
    public bool Covers(string? caller, string action, string resource, IReadOnlyDictionary<string, string> context) =>
        Principal.Covers(caller, Statement.IsDeny) && Statement.Covers(action, resource) && Statement.Conditions.All(condition => condition.Holds(context));
}

/// <summary>What a bucket's policy says of a request.</summary>
internal enum PolicyVerdict
{
    /// <summary>Nothing.</summary>
    Silent,

    /// <summary>It allows it.</summary>
    Allow,

    /// <summary>It denies it, which wins over whatever allows.</summary>
    Deny,
}

/// <summary>The policy of a bucket: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html</summary>
internal sealed record BucketPolicy(IReadOnlyList<BucketStatement> Statements)
{
    /// <summary>
    /// Whether it allows something to everyone (https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status).
    /// None of the conditions that are known narrows everyone down.
    /// </summary>
    public bool IsPublic => Statements.Any(statement => !statement.Statement.IsDeny && statement.Principal.IsEveryone);

    public PolicyVerdict Of(string? caller, string action, string resource, IReadOnlyDictionary<string, string> context)
    {
        var covering = Statements.Where(statement => statement.Covers(caller, action, resource, context)).ToList();
        return covering.Count == 0 ? PolicyVerdict.Silent : covering.Any(statement => statement.Statement.IsDeny) ? PolicyVerdict.Deny : PolicyVerdict.Allow;
    }
}
