using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;

namespace ImageService.Handlers.Uploading;

/// <summary>Finds the file among the parts of a form.</summary>
internal static class FilePart
{
    /// <summary>
    /// The part with a file name; where none has one, that which is called <c>file</c> or has a type of bytes. So the file wins over a text of the same name,
    /// as FilePond sends one.
    /// </summary>
    /// <param name="parts">All parts but those with a meaning of their own.</param>
    /// <param name="errors">Where to note that there is no file, or more than one.</param>
    public static MultipartPart? Find(IReadOnlyList<MultipartPart> parts, FieldErrors errors)
    {
        var files = parts.Where(IsFile).ToList();
        if (files.Count == 0)
            files = [.. parts.Where(MayBeFile)];
        if (files.Count > 1)
            errors.Add(NameOf(files[1]), "is a second file: send one file in each request");
        else if (files.Count == 0)
            errors.Add("file", parts.Any(part => part.IsFile) ? "is missing: no file was chosen" : "is missing: one part must hold the image, with a file name");
        return files.FirstOrDefault();
    }

    /// <summary>Browsers send an empty part without a name where no file was chosen, and JSON from a script as a file called <c>blob</c>.</summary>
    private static bool IsFile(MultipartPart part) =>
        part.IsFile
        && (part.FileName is not null || !part.Content.IsEmpty)
        && !(part.FileName == "blob" && MediaTypes.NameOf(part.ContentType) == "application/json");

    private static bool MayBeFile(MultipartPart part) =>
        !part.IsFile && !part.Content.IsEmpty && (part.Name == "file" || IsBinary(MediaTypes.NameOf(part.ContentType)));

    private static bool IsBinary(string? type) => type is "application/octet-stream" || type?.StartsWith("image/", StringComparison.Ordinal) == true;

    private static string NameOf(MultipartPart part) => part.Name.Length > 0 ? part.Name : "file";
}
