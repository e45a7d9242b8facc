namespace ImageService.Handlers.Images;

/// <summary>The rules of what clients say about an image, whatever the request they say it in.</summary>
internal static class ImageFields
{
    /// <summary>Says what is wrong with the fields that are there.</summary>
    public static void Check(string? fileName, string? owner, ImageMetadata? metadata, FieldErrors errors)
    {
        FileName.Check(fileName, errors);
        Owner.Check(owner, errors);
        MetadataRules.Check(metadata, errors);
    }
}
