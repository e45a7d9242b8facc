using System.Buffers;
using System.Globalization;
using System.IO.Hashing;
using System.Text.Encodings.Web;
using System.Text.Json;
using EmbeddedAws.DynamoDb.Errors;

namespace EmbeddedAws.DynamoDb.Wire;

/// <summary>Answers in the protocol <c>AWS JSON 1.0</c>.</summary>
internal static class JsonAnswer
{
    /// <summary>Leaves text as it is, as AWS does: the answers are not HTML.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> members) => WriteAsync(context, 200, members);

    public static Task WriteAsync(HttpContext context, DynamoDbException error) =>
        WriteAsync(context, error.Status, json => ErrorMembers.Write(json, error));

    public static Task WriteNothingAsync(HttpContext context) => WriteAsync(context, 200, new ArrayBufferWriter<byte>());

    private static async Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> members)
    {
        var body = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        await WriteAsync(context, status, body);
    }

    private static async Task WriteAsync(HttpContext context, int status, ArrayBufferWriter<byte> body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/x-amz-json-1.0";
        response.ContentLength = body.WrittenCount;
        response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString("N").ToUpperInvariant();
        response.Headers["x-amz-crc32"] = Crc32.HashToUInt32(body.WrittenSpan).ToString(CultureInfo.InvariantCulture);
        await response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }
}
