using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmbeddedAws.ControlPlane;

/// <summary>Answers in JSON.</summary>
internal static class ControlJson
{
    /// <summary>Leaves text as it is, as AWS does: the answers are not HTML.</summary>
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an answer; without members it has no body.</summary>
    public static Task WriteAsync(HttpContext context, int status, string type, JsonObject? members) =>
        WriteAsync(context, status, type, members is null ? [] : Bytes(members));

    /// <summary>The bytes of a text in JSON.</summary>
    public static byte[] Bytes(JsonObject members) => JsonSerializer.SerializeToUtf8Bytes(members, Options);

    /// <summary>Writes an answer with these bytes.</summary>
    public static async Task WriteAsync(HttpContext context, int status, string type, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        if (status == StatusCodes.Status204NoContent)
            return;
        if (!body.IsEmpty)
            response.ContentType = type;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
