using System.Text.Json.Nodes;

namespace ImageService.E2E.Deployments;

/// <summary>
/// What the program wants a resource to be. Each input is either read or said to have no effect here; an unknown one
/// fails the deployment, so that nothing of the program is passed over.
/// </summary>
internal sealed class Inputs(string type, string name, JsonObject values)
{
    /// <summary>The resource's name in the program.</summary>
    public string ResourceName => name;

    private readonly HashSet<string> _known = [];

    /// <summary>An input that is a text; null where it is not given.</summary>
    public string? Text(string name) => (string?)Node(name);

    /// <summary>An input that is a text and has to be given.</summary>
    public string Required(string name) => Text(name) ?? throw new NotSupportedException($"{type} has no {name}.");

    /// <summary>Any input, as JSON.</summary>
    public JsonNode? Node(string name)
    {
        _known.Add(name);
        return values[name];
    }

    /// <summary>An input that the embedded cloud cannot be without, or has only in this way.</summary>
    public void Expect(string name, string json)
    {
        if (!JsonNode.DeepEquals(Node(name), JsonNode.Parse(json)))
            throw new NotSupportedException($"{type} has {name} = {Node(name)?.ToJsonString()}, where the embedded cloud knows {json} only.");
    }

    /// <summary>Inputs that change nothing that a client or a function of the embedded cloud could see.</summary>
    public void WithoutEffect(params string[] names) => _known.UnionWith(names);

    /// <summary>Fails when there is an unknown input.</summary>
    public void Finish()
    {
        if (values.Select(value => value.Key).Except(_known).ToList() is { Count: > 0 } unknown)
            throw new NotSupportedException($"The embedded cloud does not know {string.Join(", ", unknown)} of {type}.");
    }
}
