using System.Text.Json;
using System.Text.Unicode;
using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.Host;

namespace EmbeddedAws.DynamoDb.Wire;

/// <summary>The body of a request; one that is not a JSON object of valid text is refused here.</summary>
internal sealed class RequestDocument : IDisposable
{
    private const int LargestBody = 16 * 1024 * 1024;

    /// <summary>Deep enough for an item one level past what is allowed, so that AWS's own error answers it.</summary>
    private const int DeepestNesting = 128;

    private readonly JsonDocument _document;

    private RequestDocument(JsonDocument document) => _document = document;

    public JsonElement Root => _document.RootElement;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request) =>
        await ArrivingBody.ReadAsync(request, LargestBody) ?? throw RequestErrors.TooLarge();

    public void Dispose() => _document.Dispose();

    /// <exception cref="DynamoDbException">It is not a JSON object of valid text.</exception>
    public static RequestDocument Parse(ReadOnlyMemory<byte> body)
    {
        JsonDocument? document = null;
        try
        {
            RefuseBrokenText(body.Span);
            document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = DeepestNesting, AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return new RequestDocument(document);
        }
        catch (JsonException)
        {
            // Refused below, as other values are.
        }

        document?.Dispose();
        throw RequestErrors.NotJson();
    }

    /// <summary>Invalid UTF-8 and halves of surrogate pairs parse as JSON and fail only when they are read as text.</summary>
    private static void RefuseBrokenText(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
            throw RequestErrors.NotJson();
        if (body.IndexOf("\\u"u8) < 0)
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
