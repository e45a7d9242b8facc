using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EmbeddedAws.ApiGateway;

/// <summary>
/// The event of Lambda proxy integration: a body is base64 where the API has its media type among the binary ones, else text
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html, "Input format").
/// </summary>
public static class ProxyEvent
{
    // As API Gateway does, it escapes only what JSON demands: base64 has + and /.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The event of a request, in JSON.</summary>
    public static byte[] Write(IntegrationRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(Base64.GetMaxEncodedToUtf8Length(request.Body.Length) + 4096);
        Write(request, request.Body.Span, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The length of the event in bytes, without writing the body.</summary>
    internal static long LengthOf(IntegrationRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        // What a text has in JSON depends on its characters.
        Write(request, request.IsBinary ? [] : request.Body.Span, buffer);
        const int quotesForNull = 2 - 4;
        const int trueForFalse = -1;
        return request.Body.IsEmpty || !request.IsBinary
            ? buffer.WrittenCount
            : buffer.WrittenCount + quotesForNull + trueForFalse + Base64.GetMaxEncodedToUtf8Length(request.Body.Length);
    }

    private static void Write(IntegrationRequest request, ReadOnlySpan<byte> body, ArrayBufferWriter<byte> buffer)
    {
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("resource", request.ResourcePath);
        json.WriteString("path", request.Path);
        json.WriteString("httpMethod", request.HttpMethod);
        WriteLast(json, "headers", request.Headers);
        WriteAll(json, "multiValueHeaders", request.Headers);
        WriteLast(json, "queryStringParameters", request.Query);
        WriteAll(json, "multiValueQueryStringParameters", request.Query);
        WritePathParameters(json, request.PathParameters);
        json.WriteNull("stageVariables");
        WriteContext(json, request);
        if (body.IsEmpty)
            json.WriteNull("body");
        else if (request.IsBinary)
            json.WriteBase64String("body", body);
        else
            json.WriteString("body", Encoding.UTF8.GetString(body));
        json.WriteBoolean("isBase64Encoded", request.IsBinary && !body.IsEmpty);
        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json, IntegrationRequest request)
    {
        json.WriteStartObject("requestContext");
        json.WriteString("apiId", request.ApiId);
        json.WriteString("httpMethod", request.HttpMethod);
        WriteIdentity(json, request.ApiKey);
        json.WriteString("path", $"/{request.Stage}{request.Path}");
        json.WriteString("requestId", request.RequestId);
        json.WriteString("resourcePath", request.ResourcePath);
        json.WriteString("stage", request.Stage);
        json.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter json, ApiKey? key)
    {
        json.WriteStartObject("identity");
        if (key is not null)
        {
            json.WriteString("apiKey", key.Value);
            json.WriteString("apiKeyId", key.Id);
        }

        json.WriteEndObject();
    }

    private static void WritePathParameters(Utf8JsonWriter json, IReadOnlyDictionary<string, string> parameters)
    {
        if (parameters.Count == 0)
        {
            json.WriteNull("pathParameters");
            return;
        }

        json.WriteStartObject("pathParameters");
        foreach (var (name, value) in parameters)
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void WriteLast(Utf8JsonWriter json, string member, IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        Write(json, member, values, (name, all) => json.WriteString(name, all[^1]));

    private static void WriteAll(Utf8JsonWriter json, string member, IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        Write(json, member, values, (name, all) =>
        {
            json.WriteStartArray(name);
            foreach (var value in all)
                json.WriteStringValue(value);
            json.WriteEndArray();
        });

    private static void Write(
        Utf8JsonWriter json, string member, IReadOnlyDictionary<string, IReadOnlyList<string>> values, Action<string, IReadOnlyList<string>> write)
    {
        if (values.Count == 0)
        {
            json.WriteNull(member);
            return;
        }

        json.WriteStartObject(member);
        foreach (var (name, all) in values)
            write(name, all);
        json.WriteEndObject();
    }
}
