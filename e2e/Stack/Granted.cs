using System.Text.Json.Nodes;

namespace ImageService.E2E.Stack;

/// <summary>What a policy of the program grants.</summary>
internal static class Granted
{
    /// <summary>Each pair of action and resource that a policy allows, with its condition.</summary>
    public static IEnumerable<string> By(Registered policy) =>
        from statement in JsonNode.Parse(policy.Text("policy")!)!["Statement"]!.AsArray()
        where (string?)statement!["Effect"] == "Allow"
        from action in statement["Action"]!.AsArray()
        from resource in statement["Resource"]!.AsArray()
        select $"{action} {resource} {statement["Condition"]?.ToJsonString()}".TrimEnd();
}
