using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Tests;

/// <summary>Calls operations with members of another kind than they have. Whatever is wrong with a request, it is answered, and never by a fault of the service.</summary>
internal static class WrongMembers
{
    private static readonly string[] Values = ["null", "true", "1", "-1", "1.5", "1e300", "9223372036854775807", "\"\"", "\"x\"", "[]", "[null]", "[1]", "[{}]", "{}", """{"x":null}""", """{"x":1}"""];

    /// <summary>Calls an operation with each member, and each within one, as each of the values.</summary>
    /// <returns>The calls that ended with a fault.</returns>
    public static async Task<List<string>> FaultsAsync(EmbeddedCloud cloud, string service, string operation, string members)
    {
        var faults = new List<string>();
        foreach (var (path, wrong) in All(JsonNode.Parse(members)!))
        {
            try
            {
                await cloud.CallAsync(service, operation, wrong.DeepClone().AsObject());
            }
            catch (AwsException refusal) when (refusal.Status < 500)
            {
                // As it should be.
            }
            catch (Exception exception)
            {
                faults.Add($"{operation} {path}: {exception.GetType().Name} {exception.Message}");
            }
        }

        return faults;
    }

    private static IEnumerable<(string Path, JsonNode Changed)> All(JsonNode whole)
    {
        foreach (var path in Paths(whole))
        {
            foreach (var value in Values)
            {
                var changed = whole.DeepClone();
                var parent = path[..^1].Aggregate(changed, (node, step) => step is int index ? node[index]! : node[(string)step]!);
                if (path[^1] is int last)
                    parent[last] = JsonNode.Parse(value);
                else
                    parent[(string)path[^1]] = JsonNode.Parse(value);
                yield return ($"{string.Join('.', path)} = {value}", changed);
            }
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode? node) => node switch
    {
        JsonObject structure => structure.SelectMany(member => Below(member.Key, member.Value)),
        JsonArray list => list.SelectMany((item, index) => Below(index, item)),
        _ => [],
    };

    private static IEnumerable<object[]> Below(object step, JsonNode? node) => Paths(node).Select(path => (object[])[step, .. path]).Prepend([step]);
}
