using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RestSharp;

namespace ImageService.E2E.Client;

/// <summary>What the API answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">All headers; the values of a repeated one are joined, as HTTP has it.</param>
/// <param name="Bytes">The body; empty without one.</param>
internal sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonObject Json => JsonNode.Parse(Bytes)!.AsObject();

    /// <summary>The body as an image.</summary>
    public ImageView Image => JsonSerializer.Deserialize<ImageView>(Bytes, Web)!;

    /// <summary>The body as a page of a listing.</summary>
    public PageView Page => JsonSerializer.Deserialize<PageView>(Bytes, Web)!;

    /// <summary>The body as an upload.</summary>
    public UploadView Upload => JsonSerializer.Deserialize<UploadView>(Bytes, Web)!;

    /// <summary>What a 400 says is wrong.</summary>
    public IReadOnlyList<(string Field, string Message)> Errors =>
        [.. Json["errors"]!.AsArray().Select(error => ((string)error!["field"]!, (string)error["message"]!))];

    /// <summary>The fields that a 400 names.</summary>
    public IReadOnlyList<string> ErrorFields => [.. Errors.Select(error => error.Field)];

    /// <summary>Reads an answer.</summary>
    /// <param name="response">What RestSharp makes of it.</param>
    /// <param name="headers">The headers as they were sent.</param>
    public static Answer Of(RestResponse response, SentHeaders headers)
    {
        if (response.StatusCode == 0)
            throw new HttpRequestException($"No answer: {response.ErrorMessage}", response.ErrorException);
        return new Answer((int)response.StatusCode, headers.All, response.RawBytes ?? []);
    }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public override string ToString() => $"{Status} {(Bytes.Length < 2000 ? Text : $"{Bytes.Length} bytes")}";
}
