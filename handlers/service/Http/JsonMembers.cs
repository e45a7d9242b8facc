using System.Text.Json;
using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Http;

/// <summary>Reads the value of one member, at which the reader is, and leaves the reader at the end of it.</summary>
internal delegate void JsonMember(ref Utf8JsonReader reader, string path, FieldErrors errors);

/// <summary>Reads a JSON object member by member. What is unknown, repeated or of another type is noted, and the rest is read all the same.</summary>
internal static class JsonMembers
{
    /// <summary>Reads the object at which the reader is.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="path">How errors name the object; empty for the body itself.</param>
    /// <param name="errors">Where to note what is wrong.</param>
    /// <param name="find">What reads the member of a name; null for a member that is unknown.</param>
    public static void Read(ref Utf8JsonReader reader, string path, FieldErrors errors, Func<string, JsonMember?> find)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            errors.Add(path, "must be an object");
            return;
        }

        var names = new HashSet<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var member = FieldPath.Member(path, name);
            reader.Read();
            if (find(name) is { } read && names.Add(name))
            {
                read(ref reader, member, errors);
                continue;
            }

            errors.Add(member, names.Contains(name) ? "is repeated" : "is unknown");
            reader.Skip();
        }
    }
}
