using System.Collections.Concurrent;
using ImageService.Local.Iam;

namespace ImageService.E2E.Cloud.Deployment;

/// <summary>What the program has granted to each role, and what the roles have used of it, over all deployments of the suite.</summary>
internal static class Grants
{
    private static readonly ConcurrentBag<IamService> Deployed = [];

    /// <summary>How many times the program was deployed.</summary>
    public static int Deployments => Deployed.Count;

    public static void Add(IamService iam) => Deployed.Add(iam);

    /// <summary>The permissions that no call has needed, as <c>role action resource</c>. Writing logs and traces is not for clients to see.</summary>
    public static IReadOnlyList<string> Unused()
    {
        var roles = Deployed.SelectMany(iam => iam.Roles).ToLookup(role => role.Name);
        return
        [
            .. from role in roles
               let used = role.SelectMany(deployed => deployed.Used).ToHashSet()
               from statement in role.First().Statements
               from action in statement.Actions
               where !action.StartsWith("logs:", StringComparison.Ordinal) && !action.StartsWith("xray:", StringComparison.Ordinal)
               from resource in statement.Resources
               where !used.Any(call => new PolicyStatement(false, [action], [resource]).Covers(call.Action, call.Resource))
               select $"{role.Key} {action} {resource}",
        ];
    }
}
