using System.Text;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Uploading;

/// <summary>
/// A form as browsers and upload widgets send it (RFC 7578): one file part, and text parts <c>owner</c> and <c>metadata</c> (JSON). Others are ignored,
/// since widgets send their own, and forms their submit button.
/// </summary>
internal static class MultipartForm
{
    private const string Owner = "owner";
    private const string Metadata = "metadata";

    public static Upload Read(Request request)
    {
        var errors = new FieldErrors();
        var parts = MultipartParts.Read(request.Body, MultipartBoundary.Of(request));
        var file = FilePart.Find([.. parts.Where(part => part.Name is not (Owner or Metadata))], errors);
        // Bytes that are not UTF-8 become U+FFFD, which no owner has.
        var owner = Text(parts, Owner, errors) is { } text ? Encoding.UTF8.GetString(text.Span) : null;
        var metadata = Text(parts, Metadata, errors) is { } json ? MetadataReader.ReadPart(json.Span, Metadata, errors) : null;
        ImageRules.Check(file?.FileName, owner, metadata, errors);
        errors.ThrowIfAny(Problems.InvalidField);

        UploadLimit.Check(file!.Content.Length, UploadLimit.Binary);
        return new Upload(file.Content, file.FileName, file.ContentType, owner, metadata);
    }

    /// <summary>The content of a text part, which may come as a file, as browsers send a Blob. An empty one is absent.</summary>
    private static ReadOnlyMemory<byte>? Text(IEnumerable<MultipartPart> parts, string name, FieldErrors errors)
    {
        var found = parts.Where(part => part.Name == name).ToList();
        if (found.Count > 1)
            errors.Add(name, "is repeated");
        // A plain null would become empty memory.
        return found is [{ Content.IsEmpty: false } part, ..] ? part.Content : default(ReadOnlyMemory<byte>?);
    }
}
