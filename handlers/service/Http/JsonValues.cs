using System.Text.Json;
using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Http;

/// <summary>Reads values of JSON. Null is an absent value; one of another type is noted and then absent.</summary>
internal static class JsonValues
{
    /// <summary>More than any array of the API may have.</summary>
    private const int MostTexts = 128;

    public static string? Text(ref Utf8JsonReader reader, string path, FieldErrors errors)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.String)
            return Wrong<string>(ref reader, path, errors, "must be a string");
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            errors.Add(path, "is not valid Unicode text");
            return null;
        }
    }

    public static long? WholeNumber(ref Utf8JsonReader reader, string path, FieldErrors errors)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number))
            return number;
        Wrong<string>(ref reader, path, errors, "must be a whole number");
        return null;
    }

    /// <summary>An array of strings. The rules refuse null, and too many: of a longer array only the beginning is read.</summary>
    public static List<string?>? Texts(ref Utf8JsonReader reader, string path, FieldErrors errors)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.StartArray)
            return Wrong<List<string?>>(ref reader, path, errors, "must be an array of strings");
        var texts = new List<string?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (texts.Count < MostTexts)
                texts.Add(Text(ref reader, $"{path}[{texts.Count}]", errors));
            else
                reader.Skip();
        }

        return texts;
    }

    /// <summary>An object whose members are strings; null among them stays, for the rules to refuse.</summary>
    public static Dictionary<string, string?>? TextsByName(ref Utf8JsonReader reader, string path, FieldErrors errors)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var texts = new Dictionary<string, string?>();
        JsonMembers.Read(ref reader, path, errors, name => (ref reader, member, errors) => texts[name] = Text(ref reader, member, errors));
        return texts;
    }

    private static T? Wrong<T>(ref Utf8JsonReader reader, string path, FieldErrors errors, string message)
        where T : class
    {
        errors.Add(path, message);
        reader.Skip();
        return null;
    }
}
