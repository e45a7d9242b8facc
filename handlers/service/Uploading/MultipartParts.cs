using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using ImageService.Handlers.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace ImageService.Handlers.Uploading;

/// <summary>A part of a multipart body.</summary>
/// <param name="Name">The name of the field; empty where a file has none.</param>
/// <param name="FileName">The name of the file, or null.</param>
/// <param name="IsFile">Whether a file name is given at all, be it empty.</param>
/// <param name="ContentType">The type that the client claims, or null.</param>
/// <param name="Content">The bytes, a piece of the body.</param>
internal sealed record MultipartPart(string Name, string? FileName, bool IsFile, string? ContentType, ReadOnlyMemory<byte> Content);

/// <summary>Splits a multipart body into its parts without copying them: the reader finds where they are.</summary>
internal static class MultipartParts
{
    /// <summary>RFC 2046, section 5.1.1, has 70. A gateway that writes the form anew may add quotes and parameters.</summary>
    private const int MaxBoundary = 200;

    public static List<MultipartPart> Read(ReadOnlyMemory<byte> body, string? boundary)
    {
        if (boundary is not { Length: > 0 and <= MaxBoundary })
            throw Invalid($"The Content-Type has no boundary of 1 to {MaxBoundary} characters.");
        try
        {
            return ReadAll(body, boundary);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw Invalid("The body is not a complete multipart/form-data with the boundary of the Content-Type, or a part has more than 16 headers or 16 KiB of them.");
        }
    }

    private static List<MultipartPart> ReadAll(ReadOnlyMemory<byte> body, string boundary)
    {
        using var stream = MemoryStreams.Over(body);
        // The reader takes quotes off, and a boundary may have some of its own.
        var reader = new MultipartReader($"\"{boundary}\"", stream);
        var parts = new List<MultipartPart>();
        // The whole body is in memory: no read of it ever waits.
        while (reader.ReadNextSectionAsync().GetAwaiter().GetResult() is { } section)
        {
            section.Body.CopyTo(Stream.Null);
            var content = body.Slice((int)section.BaseStreamOffset!.Value, (int)section.Body.Length);
            var disposition = ContentDisposition.OfPart(section.ContentDisposition);
            if (disposition is { Name: null, IsFile: false })
                throw Invalid("A part has no name in its Content-Disposition.");
            parts.Add(new MultipartPart(disposition.Name ?? "", disposition.FileName, disposition.IsFile, section.ContentType, content));
        }

        return parts;
    }

    private static ProblemException Invalid(string detail) => new(Problems.InvalidMultipart, detail);
}
