using System.Collections.Concurrent;
using EmbeddedAws.Iam;

namespace ImageService.E2E.Deployments;

/// <summary>What the program has granted to each role, and what the roles have used of it, over all deployments of the suite.</summary>
internal static class Grants
{
    private static readonly ConcurrentBag<IamService> Deployed = [];

    private static ILookup<string, IamRole> Roles => Deployed.SelectMany(iam => iam.Roles).ToLookup(role => role.Name);

    public static void Add(IamService iam) => Deployed.Add(iam);

    /// <summary>The roles that may do something with data, and have done nothing at all.</summary>
    public static IReadOnlyList<string> RolesWithoutCall() =>
        [.. Roles.Where(role => DataPermissions(role).Any() && !role.Any(deployed => deployed.Used.Count > 0)).Select(role => role.Key)];

    /// <summary>The permissions that no call has needed, as <c>role action resource</c>.</summary>
    public static IReadOnlyList<string> Unused() =>
    [
        .. from role in Roles
           let used = role.SelectMany(deployed => deployed.Used).ToHashSet()
           from permission in DataPermissions(role)
           where !used.Any(call => new PolicyStatement(false, [permission.Action], [permission.Resource]).Covers(call.Action, call.Resource))
           select $"{role.Key} {permission.Action} {permission.Resource}",
    ];

    /// <summary>What a role is granted; writing logs and traces is not for clients to see.</summary>
    private static IEnumerable<(string Action, string Resource)> DataPermissions(IEnumerable<IamRole> role) =>
        from statement in role.First().Statements
        from action in statement.Actions
        where !action.StartsWith("logs:", StringComparison.Ordinal) && !action.StartsWith("xray:", StringComparison.Ordinal)
        from resource in statement.Resources
        select (action, resource);
}
