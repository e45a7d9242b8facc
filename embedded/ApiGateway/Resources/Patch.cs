using System.Globalization;
using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.ApiGateway.Resources;

/// <summary>One change of a resource: https://docs.aws.amazon.com/apigateway/latest/api/API_PatchOperation.html.</summary>
/// <param name="Op"><c>add</c>, <c>replace</c> or <c>remove</c>.</param>
/// <param name="Path">What is changed, as it was sent.</param>
/// <param name="Value">What it becomes.</param>
internal sealed record Patch(string Op, string Path, string? Value)
{
    /// <summary>The changes that one request may have. AWS names no limit; each change copies what it changes, so that their number must not be without one.</summary>
    private const int MostInRequest = 1000;

    public bool IsRemove => Op == "remove";

    /// <summary>What it becomes; empty where nothing is said.</summary>
    public string Text => Value ?? "";

    public bool Boolean => bool.TryParse(Text, out var value) ? value : throw WrongValue("true or false");

    public int Number => int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw WrongValue("a whole number");

    public double Real =>
        double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : throw WrongValue("a number");

    /// <summary>A path that the resource does not have, or has and the embedded cloud does not.</summary>
    public AwsException Unknown => ApiErrors.BadRequest($"Invalid patch path '{Path}' specified for op '{Op}'. The embedded cloud does not support it.");

    /// <summary>The changes of a request, in their order.</summary>
    /// <exception cref="AwsException">They are too many, or not changes.</exception>
    public static IReadOnlyList<Patch> Of(ControlRequest request) => request.List("patchOperations") is { Count: > MostInRequest }
        ? throw ApiErrors.BadRequest($"Too many patch operations: a request may have {MostInRequest} of them")
        : [.. (request.List("patchOperations") ?? []).Select(node => node is JsonObject patch ? Of(request, patch) : throw request.Invalid("patchOperations must have structures."))];

    /// <summary>What follows a prefix in the path, without the escapes of RFC 6901; null where the path does not begin with it.</summary>
    public string? After(string prefix) => Path.StartsWith(prefix, StringComparison.Ordinal) ? Unescape(Path[prefix.Length..]) : null;

    /// <summary>A text of a path without the escapes of RFC 6901.</summary>
    public static string Unescape(string text) => text.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    /// <summary>A map with an entry set, or removed.</summary>
    public Dictionary<string, T> Apply<T>(IReadOnlyDictionary<string, T> map, string key, Func<Patch, T> value)
    {
        var changed = new Dictionary<string, T>(map);
        if (!IsRemove)
            changed[key] = value(this);
        else if (!changed.Remove(key))
            throw ApiErrors.NotFound($"Invalid patch path '{Path}': there is no {key}");
        return changed;
    }

    /// <summary>The refusal of a value.</summary>
    public AwsException WrongValue(string expected) => ApiErrors.BadRequest($"Invalid value for {Path}: it must be {expected}");

    private static Patch Of(ControlRequest request, JsonObject node)
    {
        var members = new ControlRequest(request.Operation, node, "BadRequestException");
        var patch = new Patch(members.RequiredText("op"), members.RequiredText("path"), members.Text("value"));
        members.Finish();
        return patch.Op is "add" or "replace" or "remove" ? patch : throw ApiErrors.Unsupported($"the patch operation {patch.Op}");
    }
}
