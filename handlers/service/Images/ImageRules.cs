using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Images;

/// <summary>The rules of all that a client says about an image, whichever way.</summary>
internal static class ImageRules
{
    /// <summary>Checks what is said; nothing of it has to be.</summary>
    /// <exception cref="ProblemException">400 <c>invalid-field</c>, with an error for each field that breaks a rule.</exception>
    public static void Check(string? fileName, string? owner, ImageMetadata? metadata)
    {
        var errors = new FieldErrors();
        FileName.Check(fileName, errors);
        Owner.Check(owner, errors);
        MetadataRules.Check(metadata, errors);
        errors.ThrowIfAny(Problems.InvalidField);
    }
}
