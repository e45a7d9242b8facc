using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Http;

/// <summary>Reads JSON that a client sent, and says what is wrong with it.</summary>
internal static class JsonBody
{
    /// <summary>Reads an object.</summary>
    /// <param name="json">The text in UTF-8.</param>
    /// <param name="type">What is expected.</param>
    /// <param name="name">How errors name the object itself: empty when it is the whole body.</param>
    /// <exception cref="ProblemException">400: <c>invalid-json</c> when it is no JSON object, else <c>invalid-field</c>.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type, string name = "")
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw NoObject(name);
        }
        catch (JsonException exception) when (exception.InnerException is JsonException)
        {
            // The reader failed, not the mapping: this is no JSON.
            throw new ProblemException(
                Problems.InvalidJson, $"{Subject(name)} is no JSON: it breaks in line {exception.LineNumber + 1} at byte {exception.BytePositionInLine + 1}.");
        }
        catch (JsonException exception)
        {
            throw exception.Path is null or "$" ? NoObject(name) : WrongField(name, exception);
        }
    }

    private static ProblemException NoObject(string name) => new(Problems.InvalidJson, $"{Subject(name)} is no JSON object, or not in UTF-8.");

    private static string Subject(string name) => name.Length == 0 ? "The body" : name;

    private static ProblemException WrongField(string name, JsonException exception)
    {
        // .NET's messages name its own types, so they are not passed on.
        var message = exception.Message.StartsWith("The JSON property", StringComparison.Ordinal) ? "is unknown"
            : exception.Message.StartsWith("Duplicate", StringComparison.Ordinal) ? "is repeated"
            : exception.InnerException is InvalidOperationException { Message: var inner } && !inner.StartsWith("Cannot get", StringComparison.Ordinal) ? "is no Unicode text"
            : "is of the wrong type";
        var field = $"{name}{exception.Path.AsSpan(1)}".TrimStart('.');
        return new ProblemException(Problems.InvalidField, new FieldError(field, message));
    }
}
