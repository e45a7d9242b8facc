using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>Writes a document of DynamoDB with some of its values put in place of others, some members twice, and its expressions altered.</summary>
internal sealed class HostileJson(Random random)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Values =
    [
        "null", "true", "-0", "0", "-1", "1.5", "1e400", "1e-400", "2147483648", "9223372036854775808", "123456789012345678901234567890", "\"\"", "[]", "{}", "[null]", "[[]]", "{\"\":{}}", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\uffff\"",
        "{\"N\":\"123456789012345678901234567890123456789\"}", "{\"N\":\"0.000000000000000000000000000000000000000000000000001\"}", "{\"N\":\"1e126\"}", "{\"N\":\"1e-131\"}", "{\"N\":\"9.9999999999999999999999999999999999999e125\"}", "{\"N\":\"1e99999999999\"}", "{\"N\":\"1e2147483648\"}",
        "{\"N\":\"0x10\"}", "{\"N\":\"\u0661\"}", "{\"N\":\" 1\"}", "{\"N\":\"NaN\"}", "{\"N\":\"Infinity\"}", "{\"N\":\"\"}", "{\"N\":\"+1\"}", "{\"N\":\"1.\"}", "{\"N\":\".1\"}", "{\"N\":\"-.\"}", "{\"N\":\"1e\"}", "{\"N\":\"1e+\"}", "{\"N\":1}", "{\"N\":null}", "{\"N\":\"0e999999\"}", "{\"N\":\"00000000000000000000000000000000000000000000001\"}",
        "{\"B\":\"====\"}", "{\"B\":\"AQI\"}", "{\"B\":\"A Q I=\"}", "{\"B\":\"AQI=\\n\"}", "{\"B\":\"-_-_\"}", "{\"B\":\"AR==\"}", "{\"B\":\"\"}", "{\"B\":[1,2]}", "{\"BS\":[\"AQ==\",\"AQ==\"]}", "{\"BS\":[\"\"]}", "{\"BS\":[]}", "{\"S\":\"a\",\"N\":\"1\"}", "{\"S\":null}", "{\"S\":null,\"N\":\"1\"}", "{\"s\":\"a\"}", "{\"X\":1}",
        "{\"SS\":[]}", "{\"SS\":[\"a\",\"a\"]}", "{\"SS\":[\"\"]}", "{\"SS\":\"a\"}", "{\"NS\":[\"1\",\"1.0\",\"1e0\"]}", "{\"NS\":[\"a\"]}", "{\"NS\":[1]}", "{\"L\":{}}", "{\"L\":[{}]}", "{\"L\":[null]}", "{\"M\":[]}", "{\"M\":{\"\":{\"S\":\"\"}}}", "{\"M\":{\"a\":null}}", "{\"NULL\":false}", "{\"NULL\":\"true\"}", "{\"NULL\":null}", "{\"BOOL\":\"true\"}", "{\"BOOL\":0}",
    ];

    /// <summary>Writes a value; nearly always something of a document is altered.</summary>
    /// <param name="node">The value.</param>
    /// <param name="name">The name of the member that it is of.</param>
    public string Write(JsonNode? node, string name = "") => node switch
    {
        _ when random.Once(of: 60) => Hostile(),
        JsonObject members => $"{{{string.Join(',', members.SelectMany(Member))}}}",
        JsonArray elements => $"[{string.Join(',', Enumerable.Repeat(elements, random.Once(of: 60) ? random.Next(60) : 1).SelectMany(some => some.Select(element => Write(element))))}]",
        JsonValue value when value.TryGetValue<string>(out var text) => JsonSerializer.Serialize(Text(name, text), Plain),
        _ => node?.ToJsonString(Plain) ?? "null",
    };

    private string Text(string name, string text) => name.EndsWith("Expression", StringComparison.Ordinal)
        ? random.Once(of: 3) ? new HostileExpressions(random).Alter(text) : text
        : random.Once(of: 60) ? random.Pick(HostileTexts.Any) : text;

    private IEnumerable<string> Member(KeyValuePair<string, JsonNode?> member)
    {
        var name = JsonSerializer.Serialize(random.Once(of: 250) ? random.Pick(HostileTexts.Any) : member.Key, Plain);
        return Enumerable.Repeat($"{name}:{Write(member.Value, member.Key)}", random.Once(of: 300) ? 2 : 1);
    }

    private string Hostile() => random.Next(25) switch
    {
        0 => Nested(random.Next(1, 200)),
        1 => $"{{\"S\":\"{new string('x', random.Pick(1024, 1025, 2048, 2049, 65_535, 400_000, 410_000))}\"}}",
        2 => $"{{\"B\":\"{new string('A', random.Pick(1024, 1368, 2732, 4096))}\"}}",
        3 => $"{{\"M\":{{\"{new string('a', random.Pick(255, 256, 65_535, 65_536))}\":{{\"S\":\"\"}}}}}}",
        4 => $"{{\"SS\":[{string.Join(',', Enumerable.Range(0, random.Next(3000)).Select(n => $"\"{n}\""))}]}}",
        5 => $"{{\"N\":\"{new string('9', random.Next(5000))}\"}}",
        _ => random.Pick(Values),
    };

    private string Nested(int depth) => random.Once(of: 2)
        ? $"{string.Concat(Enumerable.Repeat("{\"L\":[", depth))}{string.Concat(Enumerable.Repeat("]}", depth))}"
        : $"{string.Concat(Enumerable.Repeat("{\"M\":{\"a\":", depth))}{{\"S\":\"a\"}}{string.Concat(Enumerable.Repeat("}}", depth))}";
}
