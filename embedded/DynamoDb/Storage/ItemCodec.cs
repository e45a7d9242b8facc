using System.Buffers;
using System.Text.Json;
using EmbeddedAws.DynamoDb.Values;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Storage;

/// <summary>Items as bytes in the store: DynamoDB's own JSON.</summary>
internal static class ItemCodec
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 128 };

    public static byte[] Encode(MapValue item)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, JsonAnswer.Options))
            json.WriteItem(item);
        return bytes.WrittenSpan.ToArray();
    }

    public static MapValue Decode(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes, Options);
        return ValueReader.ReadItem(document.RootElement);
    }
}
