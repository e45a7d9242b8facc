using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>Members of kinds that only API Gateway has.</summary>
internal static class MemberReader
{
    /// <summary>A map of true and false.</summary>
    public static Dictionary<string, bool> Booleans(this ControlRequest request, string name) => (request.Structure(name) ?? []).ToDictionary(
        entry => entry.Key,
        entry => entry.Value is JsonValue value && value.TryGetValue(out bool boolean) ? boolean : throw request.Invalid($"{name} must have true or false as values."));

    /// <summary>A number with a fraction.</summary>
    public static double? Real(this ControlRequest request, string name) => request.Node(name) switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number && value.TryGetValue(out double number) && double.IsFinite(number) => number,
        JsonValue value when value.TryGetValue(out int number) => number,
        _ => throw request.Invalid($"{name} must be a number."),
    };
}
