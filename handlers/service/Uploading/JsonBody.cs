using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Uploading;

/// <summary>Reads JSON that a client sent, and says what is wrong with it.</summary>
internal static class JsonBody
{
    /// <summary>Reads a value.</summary>
    /// <param name="json">The text in UTF-8.</param>
    /// <param name="type">What is expected.</param>
    /// <param name="root">How the errors name the value itself; empty when it is the whole body.</param>
    /// <exception cref="ProblemException">400 <c>invalid-json</c> or <c>invalid-field</c>.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type, string root = "")
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw Field(root, "is null");
        }
        catch (JsonException exception)
        {
            throw new ProblemException(Problems.InvalidJson, exception.Message);
        }
    }

    private static ProblemException Field(string field, string message) => new(Problems.InvalidField, $"{field} {message}.") { Errors = [new FieldError(field, message)] };
}
