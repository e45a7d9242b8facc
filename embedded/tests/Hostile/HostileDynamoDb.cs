using System.Text;
using System.Text.Json.Nodes;
using EmbeddedAws.Tests.DynamoDb;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>Calls of DynamoDB that are right, or nearly so, as <see cref="Fuzz"/> makes them, and then altered: values, expressions, the JSON, its bytes.</summary>
internal sealed class HostileDynamoDb(string table, Random random)
{
    private static readonly string[] Targets =
    [
        "DynamoDB_20120810.", "DynamoDB_20111205.GetItem", "DynamoDB_20120810.getitem", "DynamoDB_20120810.GetItem.", "DynamoDBStreams_20120810.ListStreams", "GetItem", "\u00fc", "DynamoDB_20120810.ExecuteStatement", "DynamoDB_20120810.DescribeLimits",
    ];

    /// <summary>Makes one.</summary>
    public HostileCall Next()
    {
        var (operation, body) = random.Once(of: 2) ? new Fuzz(random, table).Next() : GoodRequests.Of(random.Next(GoodRequests.Count), table);
        var bytes = random.Next(20) switch
        {
            0 => Encoding.UTF8.GetBytes(body),
            1 => random.Damage(Encoding.UTF8.GetBytes(body)),
            2 => InAnotherEncoding(body),
            _ => Encoding.UTF8.GetBytes(Altered(body)),
        };
        var target = random.Once(of: 30) ? random.Pick(Targets) : $"DynamoDB_20120810.{operation}";
        return new HostileCall("POST", "/", [("X-Amz-Target", target), .. random.UpTo(2, Header)], bytes) { Framing = HostileFraming.Next(random) };
    }

    private string Altered(string body)
    {
        try
        {
            return new HostileJson(random).Write(JsonNode.Parse(body));
        }
        catch (System.Text.Json.JsonException)
        {
            return body; // It is cut off.
        }
    }

    private byte[] InAnotherEncoding(string body) => random.Next(5) switch
    {
        0 => Encoding.Unicode.GetBytes(body),
        1 => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(body)],
        2 => Encoding.Latin1.GetBytes(body.Replace("a", "\u00e9", StringComparison.Ordinal)),
        3 => Encoding.UTF8.GetBytes($"{body}{random.Pick("{}", ",", "\0", " //", "/**/", "\n\n")}"),
        _ => Encoding.UTF8.GetBytes(random.Pick("", "[]", "null", "\"a\"", "{", "}", "{\"a\"}", "{a:1}", "{'a':1}", "{\"a\":01}", "{\"a\":1,}", "{\"a\":NaN}", "\u00a0{}", "{\"a\":\"\t\"}", "{\"\\ud800\":1}", "{\"a\":\"\\u12\"}", new string('{', 1000), new string('[', 1000))),
    };

    private (string Name, string Value) Header() => random.Pick(
        ("Content-Type", random.Pick("application/x-amz-json-1.0", "application/x-amz-json-1.1", "text/plain", "", "application/json; charset=utf-16", "multipart/form-data; boundary=a")),
        ("Content-Encoding", random.Pick("gzip", "deflate", "identity")),
        ("Accept-Encoding", random.Pick("gzip", "identity", "*;q=0", "br")),
        ("X-Amz-Content-Sha256", random.Pick("UNSIGNED-PAYLOAD", "a", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD")),
        ("X-Amzn-Trace-Id", HostileHeaders.Line(random.Pick(HostileTexts.Any))),
        ("Expect", "100-continue"));
}
