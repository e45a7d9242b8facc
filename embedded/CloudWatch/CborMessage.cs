using System.Formats.Cbor;
using System.Text.Json.Nodes;
using EmbeddedAws.ControlPlane;

namespace EmbeddedAws.CloudWatch;

/// <summary>Messages in CBOR: https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html</summary>
internal static class CborMessage
{
    private const string Protocol = "smithy-protocol";
    private const string Name = "rpc-v2-cbor";
    private const int Deepest = 16;

    public static bool IsIn(HttpRequest request) => request.Headers[Protocol] == Name;

    /// <summary>The operation that a path names: <c>/service/GraniteServiceVersion20100801/operation/PutMetricAlarm</c>; null where the message is another one.</summary>
    public static string? OperationIn(HttpRequest request) =>
        IsIn(request) ? (request.Path.Value ?? "").Split('/') is ["", "service", _, "operation", var operation] ? operation : "" : null;

    /// <exception cref="AwsException">It is not the CBOR of a structure, or has too many values.</exception>
    public static JsonObject Read(ReadOnlyMemory<byte> body, ValueLimit limit)
    {
        try
        {
            return body.IsEmpty ? [] : Read(new CborReader(body, CborConformanceMode.Lax), limit, depth: 0) as JsonObject ?? throw Malformed();
        }
        catch (Exception malformed) when (malformed is CborContentException or InvalidOperationException or OverflowException or ArgumentException)
        {
            throw Malformed();
        }
    }

    public static async Task WriteAsync(HttpContext context, int status, JsonObject members)
    {
        var writer = new CborWriter();
        Write(writer, members);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/cbor";
        context.Response.Headers[Protocol] = Name;
        await context.Response.Body.WriteAsync(writer.Encode(), context.RequestAborted);
    }

    private static AwsException Malformed() => new(400, "SerializationException", "The body is not the CBOR of a structure.");

    private static JsonNode? Read(CborReader reader, ValueLimit limit, int depth)
    {
        limit.Add();
        if (depth > Deepest)
            throw Malformed();
        switch (reader.PeekState())
        {
            case CborReaderState.StartMap:
                var structure = new JsonObject();
                reader.ReadStartMap();
                while (reader.PeekState() != CborReaderState.EndMap)
                    structure.Add(reader.ReadTextString(), Read(reader, limit, depth + 1));
                reader.ReadEndMap();
                return structure;
            case CborReaderState.StartArray:
                var list = new JsonArray();
                reader.ReadStartArray();
                while (reader.PeekState() != CborReaderState.EndArray)
                    list.Add(Read(reader, limit, depth + 1));
                reader.ReadEndArray();
                return list;
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString:
                return reader.ReadTextString();
            case CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger:
                return reader.ReadInt64() is var number && number is >= int.MinValue and <= int.MaxValue ? (int)number : number;
            case CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat:
                return reader.ReadDouble();
            case CborReaderState.Boolean:
                return reader.ReadBoolean();
            case CborReaderState.Null:
                reader.ReadNull();
                return null;
            case CborReaderState.Tag:
                reader.ReadTag();
                return Read(reader, limit, depth + 1);
            default:
                throw Malformed();
        }
    }

    private static void Write(CborWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject structure:
                writer.WriteStartMap(structure.Count);
                foreach (var (name, value) in structure)
                {
                    writer.WriteTextString(name);
                    Write(writer, value);
                }

                writer.WriteEndMap();
                break;
            case JsonArray list:
                writer.WriteStartArray(list.Count);
                foreach (var item in list)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                WriteValue(writer, (JsonValue?)node);
                break;
        }
    }

    private static void WriteValue(CborWriter writer, JsonValue? value)
    {
        if (value is null)
        {
            writer.WriteNull();
        }
        else if (Moments.In(value) is { } time)
        {
            writer.WriteTag(CborTag.UnixTimeSeconds);
            writer.WriteDouble(time.ToUnixTimeMilliseconds() / 1000.0);
        }
        else if (value.TryGetValue(out string? text))
        {
            writer.WriteTextString(text);
        }
        else if (value.TryGetValue(out bool boolean))
        {
            writer.WriteBoolean(boolean);
        }
        else if (value.TryGetValue(out int number))
        {
            writer.WriteInt32(number);
        }
        else
        {
            writer.WriteDouble(value.GetValue<double>());
        }
    }
}
