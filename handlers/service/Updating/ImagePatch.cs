using System.Text.Json;
using System.Text.Json.Nodes;
using ImageService.Handlers.Failures;
using ImageService.Handlers.Http;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Updating;

/// <summary>What a client wants to be different about an image.</summary>
internal sealed class ImagePatch
{
    private readonly JsonObject _patch;

    private ImagePatch(JsonObject patch) => _patch = patch;

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="ProblemException">
    /// 415, or 400: it is not a JSON object, names what cannot be changed, or has a value that no image may have.
    /// </exception>
    public static ImagePatch Read(Request request)
    {
        if (MediaTypes.NameOf(request.Header("Content-Type")) is not ("application/merge-patch+json" or "application/json"))
        {
            throw new ProblemException(
                Problems.UnsupportedContentType, "Send a change as application/merge-patch+json (RFC 7396) or application/json.");
        }

        CheckFields(request.Body.Span);
        return new ImagePatch(JsonNode.Parse(RequestJson.WithoutMark(request.Body.Span))!.AsObject());
    }

    /// <summary>The image with the changes, as its next version.</summary>
    /// <param name="image">The image as it is.</param>
    /// <param name="now">When it changes.</param>
    /// <exception cref="ProblemException">400 <c>invalid-field</c>: with what is there already, it would break a rule.</exception>
    public Image ApplyTo(Image image, DateTimeOffset now)
    {
        var merged = JsonSerializer.SerializeToNode(ImageFields.Of(image), FieldJson.Default.ImageFields)!.AsObject();
        MergePatch.Apply(merged, _patch);
        var fields = merged.Deserialize(FieldJson.Default.ImageFields)!;
        ImageRules.Check(fields.FileName, fields.Owner, fields.Metadata);
        return image with
        {
            FileName = fields.FileName!,
            Owner = fields.Owner,
            Metadata = fields.Metadata,
            UpdatedAt = now,
            Version = image.Version + 1,
        };
    }

    /// <summary>Checks what the patch alone tells: an image that no version of the patch would fit need not be read.</summary>
    private static void CheckFields(ReadOnlySpan<byte> body)
    {
        string? fileName = null, owner = null;
        ImageMetadata? metadata = null;
        var errors = new FieldErrors();
        RequestJson.Read(body, errors, name => name switch
        {
            "fileName" => (ref reader, path, errors) => fileName = FileNameOf(ref reader, path, errors),
            "owner" => (ref reader, path, errors) => owner = JsonValues.Text(ref reader, path, errors),
            "metadata" => (ref reader, path, errors) => metadata = MetadataReader.Read(ref reader, path, errors),
            _ => null,
        });
        // Null removes an attribute.
        ImageRules.Check(fileName, owner, metadata is null ? null : metadata with { Attributes = Present(metadata.Attributes) }, errors);
        errors.ThrowIfAny(Problems.InvalidField, "fileName", "owner", "metadata");
    }

    private static string? FileNameOf(ref Utf8JsonReader reader, string path, FieldErrors errors)
    {
        if (reader.TokenType == JsonTokenType.Null)
            errors.Add(path, "cannot be removed");
        return JsonValues.Text(ref reader, path, errors);
    }

    private static Dictionary<string, string>? Present(IReadOnlyDictionary<string, string>? attributes) =>
        attributes?.Where(attribute => attribute.Value is not null).ToDictionary();
}
