using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Images;

/// <summary>The rules of all that a client says about an image, whichever way.</summary>
internal static class ImageRules
{
    /// <summary>Checks what is given; all of it is optional.</summary>
    /// <exception cref="ProblemException">400 <c>invalid-field</c>, with an error for each field that breaks a rule.</exception>
    public static void Check(string? fileName, string? owner, ImageMetadata? metadata)
    {
        var errors = new FieldErrors();
        Check(fileName, owner, metadata, errors);
        errors.ThrowIfAny(Problems.InvalidField);
    }

    /// <summary>Notes what is wrong, along with the errors that are there already.</summary>
    public static void Check(string? fileName, string? owner, ImageMetadata? metadata, FieldErrors errors)
    {
        FileName.Check(fileName, errors);
        OwnerRules.Check(owner, errors);
        MetadataRules.Check(metadata, errors);
    }
}
