using System.Text;
using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>Calls of services that manage resources which are right, and then altered: members put in place of others, left out, or of another type.</summary>
internal sealed class HostileControl(IReadOnlyList<SupportedOperation> operations, IReadOnlyDictionary<string, string> ids, Random random)
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "2147483648", "9223372036854775808", "\"\"", "\"a\"", "\"NaN\"", "\"Infinity\"", "\"-1\"", "\"1e999\"", "[]", "{}", "[null]", "[[]]", "[1]", "[{}]", "[\"a\",\"a\"]", "{\"\":{}}", "{\"a b\":\"c\"}",
        "{\"1x\":{\"Size\":\"x\"}}", "[{\"Key\":null,\"Value\":1}]", "[{\"Key\":\"a\"}]", "{\"Mode\":1}", "{\"Size\":\"x\"}", "{\"types\":[1]}", "\"\\u0000\"", "\"\\u0001<>&'\"", "\"\\uffff\"", "\"*\"", "\"../..\"", "\"a/b\"", "\"%2F\"", "\"arn:aws:s3:::\"", "\"arn:\"", "\"cron(0 0 31 2 ? *)\"", "\"cron(* * * * ? 1970-2199)\"",
        "\"at(9999-12-31T23:59:59)\"", "\"rate(999999 days)\"", "\"{\\\"Statement\\\":null}\"", "\"{\\\"Statement\\\":[null]}\"", "\"{\\\"Statement\\\":{\\\"Effect\\\":\\\"Allow\\\",\\\"Action\\\":null,\\\"Resource\\\":[null]}}\"", "\"{\\\"Statement\\\":{\\\"Effect\\\":\\\"Allow\\\",\\\"Action\\\":\\\"*\\\",\\\"Resource\\\":\\\"*\\\",\\\"Condition\\\":{\\\"Bool\\\":null}}}\"",
        "99999999999", "-62135596800", "253402300800", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\"", "\"UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==\"", "\"====\"",
    ];

    /// <summary>Makes one.</summary>
    public HostileCall Next()
    {
        var operation = random.Pick(operations);
        var members = (JsonObject)Altered(ControlRequests.Of(operation, ids), depth: 0)!;
        if (random.Once(of: 10))
            members[random.Pick(HostileTexts.Any)] = JsonNode.Parse(random.Pick(Values));
        var call = operation.Service == "monitoring" && random.Once(of: 2) ? ControlEncoding.Form(operation, members) : ControlEncoding.Encode(operation, members, Written);
        if (random.Once(of: 12))
            call = WithBody(call, random.Damage(call.Body.Length > 0 ? call.Body : "{}"u8.ToArray()));
        if (operation.Service == "monitoring" && random.Once(of: 8))
            call = WithBody(call, Cbor(members)) with { Target = $"/service/GraniteServiceVersion20100801/operation/{operation.Name}", Headers = [("smithy-protocol", "rpc-v2-cbor")] };
        return call with { Framing = HostileFraming.Next(random) };
    }

    private static HostileCall WithBody(HostileCall call, byte[] body) => call with
    {
        Body = body,
        Headers = [.. call.Headers.Select(header => header.Name == "x-amz-content-sha256" ? (header.Name, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body))) : header)],
    };

    private JsonNode? Altered(JsonNode? node, int depth) => node switch
    {
        _ when depth > 0 && random.Once(of: 7) => JsonNode.Parse(random.Pick(Values)),
        JsonObject structure => new JsonObject(structure.Where(_ => !random.Once(of: 15)).Select(member => KeyValuePair.Create(random.Once(of: 40) ? $"{member.Key}{random.Pick("1x", " ", ".", "a")}" : member.Key, Altered(member.Value, depth + 1)))),
        JsonArray list => new JsonArray([.. Enumerable.Repeat(list, random.Once(of: 15) ? 60 : 1).SelectMany(items => items.Select(item => Altered(item, depth + 1)))]),
        JsonValue value when value.TryGetValue(out string? _) && random.Once(of: 10) => random.Pick(HostileTexts.Any),
        _ => node?.DeepClone(),
    };

    /// <summary>The altered members, some of them twice or in half.</summary>
    private string Written(JsonObject members)
    {
        var json = members.ToJsonString();
        return random.Next(25) switch
        {
            0 => $"{{{json[1..^1]},{json[1..^1]}}}",
            1 => random.Pick("", "[]", "null", "\"a\"", "{", "{\"a\"}", "{a:1}", "{\"\\ud800\":1}", "{\"a\":\"\\ud800\"}", new string('{', 1000), new string('[', 1000)),
            2 => json.Replace("\"a\"", "\"\\udc00\\ud800\"", StringComparison.Ordinal),
            _ => json,
        };
    }

    private byte[] Cbor(JsonObject members)
    {
        var writer = new System.Formats.Cbor.CborWriter(System.Formats.Cbor.CborConformanceMode.Lax);
        Write(writer, members);
        return random.Once(of: 3) ? random.Damage(writer.Encode()) : writer.Encode();
    }

    private void Write(System.Formats.Cbor.CborWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject structure:
                writer.WriteStartMap(structure.Count);
                foreach (var (name, value) in structure)
                {
                    writer.WriteTextString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));
                    Write(writer, value);
                }

                writer.WriteEndMap();
                break;
            case JsonArray list:
                writer.WriteStartArray(list.Count);
                foreach (var item in list)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValue value when value.TryGetValue(out string? text):
                writer.WriteTextString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
                break;
            case JsonValue value when value.TryGetValue(out int number):
                writer.WriteInt32(number);
                break;
            default:
                writer.WriteDouble(random.Pick(double.NaN, double.PositiveInfinity, 1.5, -0.0));
                break;
        }
    }
}
