using System.Text.Json;
using System.Text.Unicode;
using EmbeddedAws.DynamoDb.Errors;

namespace EmbeddedAws.DynamoDb.Wire;

/// <summary>Reads the body of a request; whatever is no JSON object of sound text is refused here.</summary>
internal static class JsonBody
{
    private const int LargestBody = 16 * 1024 * 1024;

    /// <summary>Deep enough for an item one level past what is allowed, so that AWS's own error answers it.</summary>
    private const int DeepestNesting = 128;

    public static async Task<JsonDocument> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > LargestBody)
                throw RequestErrors.TooLarge();
            body.Write(buffer, 0, read);
        }

        return Parse(body.ToArray());
    }

    private static JsonDocument Parse(byte[] body)
    {
        try
        {
            RefuseBrokenText(body);
            var document = JsonDocument.Parse(
                body, new JsonDocumentOptions { MaxDepth = DeepestNesting, AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw RequestErrors.NotJson();
        }
        catch (JsonException)
        {
            throw RequestErrors.NotJson();
        }
    }

    /// <summary>Invalid UTF-8 and halves of surrogate pairs parse as JSON and fail only when they are read as text.</summary>
    private static void RefuseBrokenText(byte[] body)
    {
        if (!Utf8.IsValid(body))
            throw RequestErrors.NotJson();
        if (body.AsSpan().IndexOf("\\u"u8) < 0)
            return;
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = DeepestNesting });
        try
        {
            while (reader.Read())
            {
                if (reader.ValueIsEscaped)
                    reader.GetString();
            }
        }
        catch (InvalidOperationException)
        {
            throw RequestErrors.NotJson();
        }
    }
}
