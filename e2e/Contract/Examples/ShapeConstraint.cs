using System.Text.Json;
using System.Text.Json.Nodes;
using NUnit.Framework.Constraints;

namespace ImageService.E2E.Contract.Examples;

/// <summary>JSON with the members and types of an example; an array has items, each like the first of the example's. The schema says whether a value may be null.</summary>
internal sealed class ShapeConstraint(JsonNode? example) : Constraint
{
    public override string Description => $"the shape of {example?.ToJsonString()}";

    public override ConstraintResult ApplyTo<TActual>(TActual actual) => new(this, actual, HasShape(actual as JsonNode, example));

    private static bool HasShape(JsonNode? actual, JsonNode? expected) => (actual, expected) switch
    {
        (null, _) or (_, null) => true,
        (JsonObject a, JsonObject e) => a.Count == e.Count && e.All(member => a.ContainsKey(member.Key) && HasShape(a[member.Key], member.Value)),
        (JsonArray a, JsonArray e) => a.Count > 0 == e.Count > 0 && a.All(item => HasShape(item, e[0])),
        _ => Kind(actual) == Kind(expected),
    };

    private static JsonValueKind Kind(JsonNode node) => node.GetValueKind() is JsonValueKind.False ? JsonValueKind.True : node.GetValueKind();
}
