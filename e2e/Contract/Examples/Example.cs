using System.Text.Json.Nodes;

namespace ImageService.E2E.Contract.Examples;

/// <summary>The examples of one name within an operation: a request, and the answer that it gets.</summary>
/// <param name="Operation">The operationId.</param>
/// <param name="Name">The name of the examples.</param>
/// <param name="Method">The method in capitals.</param>
/// <param name="Path">The path template.</param>
/// <param name="Parameters">The parameters that have an example of the name: where each is sent, its name and its value.</param>
/// <param name="Body">The body of the request; null without one.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Answer">The body of the answer; null without one.</param>
public sealed record Example(
    string Operation,
    string Name,
    string Method,
    string Path,
    IReadOnlyList<(string In, string Name, string Value)> Parameters,
    ExampleBody? Body,
    int Status,
    ExampleBody? Answer)
{
    /// <summary>The name of the test.</summary>
    public override string ToString() => $"{Operation} {Name}";
}

/// <summary>A body as an example shows it.</summary>
/// <param name="ContentType">Its type.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record ExampleBody(string ContentType, byte[] Bytes)
{
    /// <summary>Whether it is JSON, of any kind.</summary>
    public bool IsJson => ContentType.EndsWith("json", StringComparison.Ordinal);

    /// <summary>Reads an Example Object: its value in JSON, or the data URL (RFC 2397) of bytes that are not JSON.</summary>
    public static ExampleBody Read(string mediaType, JsonObject example)
    {
        if (example["value"] is { } value)
            return new(mediaType, System.Text.Encoding.UTF8.GetBytes(value.ToJsonString()));
        const string scheme = "data:";
        const string encoding = ";base64,";
        var url = (string)example["externalValue"]!;
        var comma = url.IndexOf(encoding, StringComparison.Ordinal);
        return new(url[scheme.Length..comma], Convert.FromBase64String(url[(comma + encoding.Length)..]));
    }
}
