using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace EmbeddedAws.Tests.Hostile;

/// <summary>What came back, as bytes, and what is wrong with it.</summary>
internal sealed record HostileAnswer(byte[] Bytes)
{
    /// <summary>S3 writes characters of keys that XML 1.0 cannot hold as references.</summary>
    private static readonly XmlReaderSettings AsS3Writes = new() { CheckCharacters = false };

    private string Text => Encoding.Latin1.GetString(Bytes);

    /// <summary>What no client should have seen; null for nothing.</summary>
    public string? ProblemWith(HostileCall call)
    {
        var answer = WithoutInterim(Text);
        if (answer.Length == 0)
            return call.Framing.IsCutOff ? null : "no answer";
        if (!answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) || !int.TryParse(answer.AsSpan(9, 3), out var status) || answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) is not (> 0 and var end))
            return "no answer of HTTP";
        var (head, body) = (answer[..end], answer[(end + 4)..]);
        if (head.Contains("chunked", StringComparison.OrdinalIgnoreCase))
            return null; // The embedded cloud says how long its answers are.
        if (head.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t')))
            return "control characters in the head";
        if (status < 400)
            return body.StartsWith("<?xml", StringComparison.Ordinal) && XmlIn(body) is null ? "a document that cannot be read" : null;
        if (call.IsMalformed && status < 500 && body.Length == 0)
            return null;
        if (call.Method == "HEAD")
            return body.Length == 0 && status is < 500 or 501 ? null : "an error of HEAD";
        var code = CodeOf(head, body);
        return code switch
        {
            null => "an error without a body that can be read",
            "NotImplemented" when status == 501 => null,
            "SignatureDoesNotMatch" or "InvalidSignatureException" when !call.IsAltered && !call.Framing.IsCutOff => "a signature that does not match",
            _ => status < 500 ? null : "a 5xx",
        };
    }

    public override string ToString() => Text.Length < 1500 ? Text : $"{Text[..1500]}…";

    private static string WithoutInterim(string answer) =>
        answer.StartsWith("HTTP/1.1 100", StringComparison.Ordinal) ? answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..] : answer;

    private static string? CodeOf(string head, string body)
    {
        if (head.Contains("x-amz-json", StringComparison.Ordinal))
            return CodeOfJson(body);
        if (head.Contains("application/cbor", StringComparison.Ordinal))
            return body.Contains("__type", StringComparison.Ordinal) ? "" : null;
        return HeaderIn(head, "x-amzn-ErrorType") ?? CodeOfXml(body) ?? CodeOfErrorResponse(body);
    }

    private static string? HeaderIn(string head, string name) => head.Split("\r\n").FirstOrDefault(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];

    /// <summary>The services that manage resources have an envelope around it, and most a namespace.</summary>
    private static string? CodeOfErrorResponse(string body) => XmlIn(body) is { Name.LocalName: "ErrorResponse" } root
        ? root.Elements().Where(element => element.Name.LocalName == "Error").Elements().FirstOrDefault(element => element.Name.LocalName == "Code")?.Value
        : null;

    private static string? CodeOfXml(string body) => XmlIn(body) is { } root && root.Name == "Error" && root.Element("Message") is not null && root.Element("RequestId") is not null
        ? (string?)root.Element("Code")
        : null;

    private static XElement? XmlIn(string body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(Encoding.Latin1.GetBytes(body)), AsS3Writes);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? CodeOfJson(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(Encoding.Latin1.GetBytes(body));
            return json.RootElement.GetProperty("__type").GetString()?.Split('#')[^1];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
