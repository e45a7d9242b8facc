using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Storage;

/// <summary>An image's metadata as an attribute (a map), and back.</summary>
internal static class MetadataItem
{
    /// <summary>The tags, which queries filter by.</summary>
    public const string Tags = "tags";

    private const string Title = "title";
    private const string Description = "description";
    private const string Location = "location";
    private const string Attributes = "attributes";

    public static AttributeValue Of(ImageMetadata metadata)
    {
        var map = new Dictionary<string, AttributeValue>();
        Put(Title, metadata.Title);
        Put(Description, metadata.Description);
        Put(Location, metadata.Location);
        if (metadata.Tags is { } tags)
            map[Tags] = new AttributeValue { L = [.. tags.Select(ImageItem.S)], IsLSet = true };
        if (metadata.Attributes is { } attributes)
            map[Attributes] = new AttributeValue { M = attributes.ToDictionary(a => a.Key, a => ImageItem.S(a.Value)), IsMSet = true };
        return new AttributeValue { M = map, IsMSet = true };

        void Put(string name, string? text)
        {
            if (text is not null)
                map[name] = ImageItem.S(text);
        }
    }

    public static ImageMetadata Read(AttributeValue value) => new(
        value.M.GetValueOrDefault(Title)?.S,
        value.M.GetValueOrDefault(Description)?.S,
        value.M.GetValueOrDefault(Location)?.S,
        value.M.GetValueOrDefault(Tags) is { } tags ? [.. (tags.L ?? []).Select(tag => tag.S)] : null,
        value.M.GetValueOrDefault(Attributes) is { } attributes ? (attributes.M ?? []).ToDictionary(a => a.Key, a => a.Value.S) : null);
}
