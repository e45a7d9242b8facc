using System.Xml.Linq;

namespace EmbeddedAws.Tests.S3;

/// <summary>An HTTP answer, read to its end.</summary>
internal sealed record S3Answer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The code of the error, or null if the body is not one.</summary>
    public string? Code => Element("Code");

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The text of an element of the XML body.</summary>
    public string? Element(string name) =>
        Header("Content-Type") == "application/xml" && Body.Length > 0
            ? XDocument.Parse(System.Text.Encoding.UTF8.GetString(Body)).Root!.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value
            : null;

    public static async Task<S3Answer> OfAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers);
        return new S3Answer(
            (int)response.StatusCode,
            headers.ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase),
            await response.Content.ReadAsByteArrayAsync());
    }
}
