using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>Requests in the protocols of the services that manage resources.</summary>
internal static partial class ControlEncoding
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is before an operation in <c>X-Amz-Target</c>.</summary>
    private static readonly Dictionary<string, string> Targets = new() { ["kms"] = "TrentService", ["logs"] = "Logs_20140328", ["monitoring"] = "GraniteServiceVersion20100801" };

    /// <summary>The members in a path.</summary>
    public static IReadOnlyList<string> MembersOf(string path) => [.. Placeholder().Matches(path).Select(match => match.Groups[1].Value)];

    /// <summary>The request with these members.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="members">Its members.</param>
    /// <param name="write">Writes a body of JSON.</param>
    public static HostileCall Encode(SupportedOperation operation, JsonObject members, Func<JsonObject, string>? write = null)
    {
        write ??= all => all.ToJsonString(Plain);
        if (operation.Path is not null)
            return Rest(operation, members, write);
        return Targets.TryGetValue(operation.Service, out var target)
            ? new HostileCall("POST", "/", [("X-Amz-Target", $"{target}.{operation.Name}"), ("Content-Type", "application/x-amz-json-1.1")], Encoding.UTF8.GetBytes(write(members))) { Service = operation.Service }
            : Form(operation, members);
    }

    /// <summary>The request as a form.</summary>
    public static HostileCall Form(SupportedOperation operation, JsonObject members)
    {
        var pairs = members.SelectMany(member => Pairs(member.Key, member.Value)).Prepend(("Version", "2010-08-01")).Prepend(("Action", operation.Name));
        var form = string.Join('&', pairs.Select(pair => $"{Escape(pair.Item1)}={Escape(pair.Item2)}"));
        return new HostileCall("POST", "/", [("Content-Type", "application/x-www-form-urlencoded")], Encoding.UTF8.GetBytes(form)) { Service = operation.Service };
    }

    private static HostileCall Rest(SupportedOperation operation, JsonObject members, Func<JsonObject, string> write)
    {
        var rest = members.DeepClone().AsObject();
        var path = operation.Path!;
        foreach (var name in MembersOf(path))
        {
            path = path.Replace($"{{{name}}}", Escape(TextOf(rest[name])), StringComparison.Ordinal).Replace($"{{{name}+}}", Escape(TextOf(rest[name])), StringComparison.Ordinal);
            rest.Remove(name);
        }

        if (operation.Service == "s3")
            return S3Control(operation, path, rest);
        if (operation.Name == "Invoke")
            return new HostileCall("POST", path + Query(rest), [], "{}"u8.ToArray()) { Service = operation.Service };
        return operation.Method is "GET" or "DELETE"
            ? new HostileCall(operation.Method, path + Query(rest), [], []) { Service = operation.Service }
            : new HostileCall(operation.Method!, path, [("Content-Type", "application/json")], Encoding.UTF8.GetBytes(write(rest))) { Service = operation.Service };
    }

    /// <summary>It is signed as S3 is.</summary>
    private static HostileCall S3Control(SupportedOperation operation, string path, JsonObject members)
    {
        var body = operation.Method == "POST" ? Encoding.UTF8.GetBytes(new XElement("Request", members.Select(member => XmlOf(member.Key, member.Value))).ToString()) : [];
        return new HostileCall(
            operation.Method!, operation.Method == "POST" ? path : path + Query(members), [("x-amz-account-id", "000000000000"), ("x-amz-content-sha256", Convert.ToHexStringLower(SHA256.HashData(body)))], body);
    }

    private static string Query(JsonObject members) =>
        members.Count == 0 ? "" : $"?{string.Join('&', members.SelectMany(member => (member.Value is JsonArray list ? list : [member.Value?.DeepClone()]).Select(value => $"{Escape(member.Key)}={Escape(TextOf(value))}")))}";

    private static IEnumerable<(string Name, string Value)> Pairs(string name, JsonNode? node) => node switch
    {
        JsonObject structure => structure.SelectMany(member => Pairs($"{name}.{member.Key}", member.Value)),
        JsonArray list => list.SelectMany((item, index) => Pairs($"{name}.member.{index + 1}", item)),
        _ => [(name, TextOf(node))],
    };

    private static XElement XmlOf(string name, JsonNode? node) => new(XmlName(name), Content(node));

    private static object[] Content(JsonNode? node) => node switch
    {
        JsonObject structure => [.. structure.Select(member => XmlOf(member.Key, member.Value))],
        JsonArray list => [.. list.Select(item => XmlOf("Tag", item))],
        _ => [string.Concat(TextOf(node).Where(System.Xml.XmlConvert.IsXmlChar))],
    };

    private static string XmlName(string name) => System.Xml.XmlConvert.EncodeLocalName(name) is { Length: > 0 } encoded ? encoded : "a";

    private static string TextOf(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => node.ToJsonString(Plain),
    };

    private static string Escape(string text) => Uri.EscapeDataString(text);

    [GeneratedRegex(@"\{(\w+)\+?\}")]
    private static partial Regex Placeholder();
}
