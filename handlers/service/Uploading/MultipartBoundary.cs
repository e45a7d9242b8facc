using System.Text;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Uploading;

/// <summary>Finds out what separates the parts of a form.</summary>
internal static class MultipartBoundary
{
    /// <summary>The boundary that the Content-Type declares, or null.</summary>
    public static string? Of(Request request)
    {
        var contentType = request.Header("Content-Type") ?? "";
        return Rewritten(contentType, request.Body.Span) ?? Declared(contentType);
    }

    private static string? Declared(string contentType)
    {
        var parameter = HeaderParameters.Read(contentType).Find(parameter => parameter.Name == "boundary");
        return parameter is null ? null
            : parameter.IsQuoted ? parameter.Value
            // A boundary without quotes has no semicolon, as a file name may.
            : parameter.Value.Split(';', 2)[0].TrimEnd();
    }

    /// <summary>
    /// LocalStack (4.14) reads a form and writes it anew, with all that is between the first two equals signs of the type as the boundary: quotes, and what
    /// follows them. Only where the body begins with just that line is it so.
    /// </summary>
    private static string? Rewritten(string contentType, ReadOnlySpan<byte> body)
    {
        if (contentType.Split('=', 3) is not [_, { Length: > 0 } text, ..])
            return null;
        var line = Encoding.UTF8.GetBytes($"--{text}");
        return body.StartsWith(line) && IsEndOfLine(body[line.Length..]) ? text : null;
    }

    private static bool IsEndOfLine(ReadOnlySpan<byte> rest) => rest.StartsWith("\r\n"u8) || rest.StartsWith("--\r\n"u8);
}
