using System.Text.Json;
using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Http;

/// <summary>Reads JSON that a client sent, and says what is wrong with it.</summary>
internal static class RequestJson
{
    /// <summary>Reads the object that a body is. What is wrong with its members is noted.</summary>
    /// <exception cref="ProblemException">400 <c>invalid-json</c>: it is not a JSON object.</exception>
    public static void Read(ReadOnlySpan<byte> json, FieldErrors errors, Func<string, JsonMember?> members)
    {
        if (Fault(json, "", errors, members) is { } fault)
            throw new ProblemException(Problems.InvalidJson, $"The body {fault}.");
    }

    /// <summary>Reads the object that a part of a form is. All that is wrong with it is noted.</summary>
    public static void ReadPart(ReadOnlySpan<byte> json, string name, FieldErrors errors, Func<string, JsonMember?> members)
    {
        if (Fault(json, name, errors, members) is { } fault)
            errors.Add(name, fault, Problems.InvalidJson);
    }

    /// <summary>The text without a byte order mark, which some editors and .NET's writers begin with.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> json) => json.StartsWith("\uFEFF"u8) ? json[3..] : json;

    /// <summary>Why the text is not a JSON object; null where it is one.</summary>
    private static string? Fault(ReadOnlySpan<byte> json, string name, FieldErrors errors, Func<string, JsonMember?> members)
    {
        var reader = new Utf8JsonReader(WithoutMark(json));
        try
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                JsonMembers.Read(ref reader, name, errors, members);
                // Nothing but white space may follow.
                reader.Read();
                return null;
            }

            reader.Skip();
            reader.Read();
            return "must be a JSON object";
        }
        catch (JsonException exception)
        {
            return $"is not valid JSON in UTF-8: it breaks at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}";
        }
        catch (InvalidOperationException)
        {
            return "has a member whose name is not valid Unicode text";
        }
    }
}
