using ImageService.Handlers.Failures;

namespace ImageService.Handlers.Images;

/// <summary>The limits of <see cref="ImageMetadata"/>.</summary>
internal static class MetadataRules
{
    /// <summary>The longest tag in characters.</summary>
    public const int TagLength = 50;

    private const int MaxTags = 20;
    private const int MaxAttributes = 16;
    private const int LongestName = 64;

    /// <summary>Says what is wrong with metadata, if there is any.</summary>
    public static void Check(ImageMetadata? metadata, FieldErrors errors)
    {
        errors.CheckLength("metadata.title", metadata?.Title, 256);
        errors.CheckLength("metadata.description", metadata?.Description, 2048);
        errors.CheckLength("metadata.location", metadata?.Location, 256);
        CheckTags(metadata?.Tags ?? [], errors);
        CheckAttributes(metadata?.Attributes ?? new Dictionary<string, string>(), errors);
    }

    private static void CheckTags(IReadOnlyList<string?> tags, FieldErrors errors)
    {
        if (tags.Count > MaxTags)
            errors.Add("metadata.tags", $"has more than {MaxTags} tags");
        foreach (var (i, tag) in tags.Take(MaxTags).Index())
        {
            var path = $"metadata.tags[{i}]";
            if (tag is null && !errors.Has(path))
                errors.Add(path, "is null");
            errors.CheckLength(path, tag, TagLength, shortest: 1);
        }
    }

    private static void CheckAttributes(IReadOnlyDictionary<string, string> attributes, FieldErrors errors)
    {
        if (attributes.Count > MaxAttributes)
            errors.Add("metadata.attributes", $"has more than {MaxAttributes} attributes");
        foreach (var (name, value) in attributes.Take(MaxAttributes))
        {
            var path = FieldPath.Member("metadata.attributes", name);
            if (name.Length == 0)
                errors.Add("metadata.attributes", "has an attribute without a name");
            else if (name.EnumerateRunes().Count() > LongestName)
                errors.Add(path, $"has a name of more than {LongestName} characters");
            if (value is null && !errors.Has(path))
                errors.Add(path, "is null");
            errors.CheckLength(path, value, 256);
        }
    }
}
