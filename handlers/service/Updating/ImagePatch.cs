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
    /// <exception cref="ProblemException">415, or 400: it is no JSON object, or names what cannot be changed.</exception>
    public static ImagePatch Read(Request request)
    {
        if (MediaTypes.NameOf(request.Header("Content-Type")) is not ("application/merge-patch+json" or "application/json"))
        {
            throw new ProblemException(
                Problems.UnsupportedContentType, "A change is sent as application/merge-patch+json (RFC 7396) or application/json.");
        }

        // Read as what it changes first: that finds unknown members, and wrong types, where null would hide them.
        JsonBody.Read(request.Body.Span, ServiceJson.Default.ImageFields);
        return new ImagePatch(JsonNode.Parse(request.Body.Span)!.AsObject());
    }

    /// <summary>The image with the changes, as its next version.</summary>
    /// <param name="image">The image as it is.</param>
    /// <param name="now">When it changes.</param>
    /// <exception cref="ProblemException">400 <c>invalid-field</c>: it would break a rule.</exception>
    public Image ApplyTo(Image image, DateTimeOffset now)
    {
        var merged = JsonSerializer.SerializeToNode(ImageFields.Of(image), ServiceJson.Default.ImageFields)!.AsObject();
        MergePatch.Apply(merged, _patch);
        var fields = merged.Deserialize(ServiceJson.Default.ImageFields)!;
        if (fields.FileName is null)
            throw new ProblemException(Problems.InvalidField, new FieldError("fileName", "cannot be removed"));
        ImageRules.Check(fields.FileName, fields.Owner, fields.Metadata);
        return image with
        {
            FileName = fields.FileName,
            Owner = fields.Owner,
            Metadata = fields.Metadata,
            UpdatedAt = now,
            Version = image.Version + 1,
        };
    }
}
