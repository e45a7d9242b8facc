using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmbeddedAws.ApiGateway;

/// <summary>
/// The JSON that a function answers with (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html,
/// "Output format"). It is read as strictly as API Gateway does: an unknown member is a 502.
/// </summary>
public static class ProxyResult
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Reads an answer.</summary>
    /// <exception cref="InvalidDataException">API Gateway cannot read it; its client would see a 502.</exception>
    public static IntegrationResponse Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var result = JsonSerializer.Deserialize<Members>(json, Strict) ?? throw new JsonException("The answer is null.");
            return new IntegrationResponse(result.StatusCode)
            {
                Headers = Headers(result),
                Body = result.IsBase64Encoded ? Convert.FromBase64String(result.Body ?? "") : Encoding.UTF8.GetBytes(result.Body ?? ""),
                IsBase64Encoded = result.IsBase64Encoded,
            };
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw new InvalidDataException($"API Gateway cannot read this answer: {Encoding.UTF8.GetString(json[..Math.Min(json.Length, 1000)])}", exception);
        }
    }

    /// <summary>How long an answer is in JSON, in bytes.</summary>
    internal static long LengthOf(IntegrationResponse response)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("statusCode", response.StatusCode);
            json.WriteStartObject("multiValueHeaders");
            foreach (var (name, values) in response.Headers)
            {
                json.WriteStartArray(name);
                foreach (var value in values)
                    json.WriteStringValue(value);
                json.WriteEndArray();
            }

            json.WriteEndObject();
            if (!response.Body.IsEmpty && !response.IsBase64Encoded)
                json.WriteString("body", response.Body.Span);
            else if (!response.Body.IsEmpty)
                json.WriteString("body", "");
            json.WriteBoolean("isBase64Encoded", response.IsBase64Encoded);
            json.WriteEndObject();
        }

        return buffer.WrittenCount + (response.IsBase64Encoded ? Base64.GetMaxEncodedToUtf8Length(response.Body.Length) : 0L);
    }

    private static Dictionary<string, IReadOnlyList<string>> Headers(Members result)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in result.Headers ?? [])
            headers[name] = [value];
        foreach (var (name, values) in result.MultiValueHeaders ?? [])
            headers[name] = values;
        return headers;
    }

    private sealed record Members(
        int StatusCode, Dictionary<string, string>? Headers, Dictionary<string, string[]>? MultiValueHeaders, string? Body, bool IsBase64Encoded);
}
