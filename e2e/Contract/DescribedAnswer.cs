using System.Text.Json;
using System.Text.Json.Nodes;
using ImageService.E2E.Contract.Schemas;

namespace ImageService.E2E.Contract;

/// <summary>A response of an operation, as it is described.</summary>
internal sealed class DescribedAnswer
{
    private readonly Dictionary<string, DescribedHeader> _headers;
    private readonly Dictionary<string, SchemaRule> _content;

    public DescribedAnswer(JsonNode document, JsonNode? response, SchemaCompiler schemas)
    {
        var described = References.Follow(document, response);
        _headers = Members(described, "headers").ToDictionary(
            header => header.Key, header => new DescribedHeader(header.Key, document, header.Value, schemas), StringComparer.OrdinalIgnoreCase);
        _content = Members(described, "content").ToDictionary(media => media.Key, media => schemas.Compile(media.Value!["schema"]));
    }

    /// <summary>What does not fit in the headers and the body of an answer.</summary>
    public IReadOnlyList<string> Faults(string method, Answer answer)
    {
        var faults = new List<string>();
        foreach (var header in _headers.Values)
            header.Check(answer, faults);
        if (_content.Count == 0 && answer.Bytes.Length > 0)
            faults.Add("there is a body where none is described");
        else if (_content.Count > 0)
            CheckBody(method, answer, faults);
        return faults;
    }

    /// <summary>Headers that are neither described nor of HTTP and its servers.</summary>
    public IEnumerable<string> UnknownHeaders(Answer answer) => answer.Headers.Keys
        .Where(name => !_headers.ContainsKey(name) && !PlatformHeaders.Contain(name))
        .Select(name => $"the header {name} is not described");

    private void CheckBody(string method, Answer answer, List<string> faults)
    {
        var mediaType = answer.Header("Content-Type")?.Split(';')[0].TrimEnd() ?? "none";
        if (!_content.TryGetValue(mediaType, out var rule))
            faults.Add($"the content type is {mediaType}, not {string.Join(" or ", _content.Keys)}");
        else if (method == "HEAD")
            faults.AddRange(answer.Bytes.Length == 0 ? [] : ["HEAD is answered with a body"]);
        else if (answer.Bytes.Length == 0)
            faults.Add("the body is empty");
        else if (mediaType.EndsWith("json", StringComparison.Ordinal))
            CheckJson(answer.Bytes, rule, faults);
    }

    private static void CheckJson(byte[] body, SchemaRule rule, List<string> faults)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            rule(json.RootElement, "the body", faults);
        }
        catch (JsonException exception)
        {
            faults.Add($"the body is not JSON: {exception.Message}");
        }
    }

    private static JsonObject Members(JsonObject response, string name) => response[name]?.AsObject() ?? [];
}
