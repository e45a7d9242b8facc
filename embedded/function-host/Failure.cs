using System.Text.Json;

namespace EmbeddedAws.FunctionHost;

/// <summary>How a function tells that it failed: https://docs.aws.amazon.com/lambda/latest/dg/csharp-exceptions.html.</summary>
internal static class Failure
{
    public static byte[] Write(Exception exception)
    {
        Console.Error.WriteLine(exception);
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
            Write(writer, exception);
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, Exception exception)
    {
        writer.WriteStartObject();
        writer.WriteString("errorType", exception.GetType().Name);
        writer.WriteString("errorMessage", MessageOf(exception));
        writer.WriteStartArray("stackTrace");
        foreach (var line in (exception.StackTrace ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            writer.WriteStringValue(line.TrimEnd('\r'));
        writer.WriteEndArray();
        if (exception.InnerException is { } cause)
        {
            writer.WritePropertyName("cause");
            Write(writer, cause);
        }

        writer.WriteEndObject();
    }

    private static string MessageOf(Exception exception) => exception is BadImageFormatException
        ? $"{exception.Message} It was compiled ahead for another operating system or processor than those of this machine: publish it for them, or without ReadyToRun."
        : exception.Message;
}
