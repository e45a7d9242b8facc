using System.Globalization;
using Amazon.DynamoDBv2.Model;
using ImageService.Handlers.Images;

namespace ImageService.Handlers.Storage;

/// <summary>An image as an item of the table, and back: the one place where attributes are written and read.</summary>
internal static class ImageItem
{
    public const string FileName = "fileName";
    public const string ContentType = "contentType";
    public const string Size = "size";
    public const string Width = "width";
    public const string Height = "height";
    public const string Sha256 = "sha256";
    public const string CreatedAt = "createdAt";
    public const string UpdatedAt = "updatedAt";
    public const string Metadata = "metadata";
    public const string Version = "version";

    /// <summary>The mark of an image that may have variants; nothing that the API shows.</summary>
    public const string HasVariants = "hasVariants";

    private const string Orientation = "orientation";

    public static Dictionary<string, AttributeValue> Key(ImageId id) => new() { [TableSchema.Id.Name] = S(id.ToString()) };

    /// <summary>The item of an image that is written into one shard.</summary>
    public static Dictionary<string, AttributeValue> Of(Image image, int shard)
    {
        var item = Of(image);
        item[TableSchema.ByCreated.PartitionKey.Name] = N(shard);
        return item;
    }

    /// <summary>The item of an image without its shard, which never changes.</summary>
    public static Dictionary<string, AttributeValue> Of(Image image)
    {
        var item = new Dictionary<string, AttributeValue>
        {
            [TableSchema.Id.Name] = S(image.Id),
            [TableSchema.ByFileName.SortKey.Name] = S(FileNameKey(image.FileName, image.Id)),
            [FileName] = S(image.FileName),
            [ContentType] = S(image.ContentType),
            [Size] = N(image.Size),
            [Width] = N(image.Width),
            [Height] = N(image.Height),
            [Sha256] = S(image.Sha256),
            [CreatedAt] = S(TimestampConverter.Write(image.CreatedAt)),
            [UpdatedAt] = S(TimestampConverter.Write(image.UpdatedAt)),
            [Version] = N(image.Version),
        };
        if (image.Orientation is { } orientation)
            item[Orientation] = N(orientation);
        if (image.Owner is { } owner)
            item[TableSchema.ByOwner.PartitionKey.Name] = S(owner);
        if (image.Metadata is { } metadata)
            item[Metadata] = MetadataItem.Of(metadata);
        return item;
    }

    public static Image Read(Dictionary<string, AttributeValue> item) => new(
        item[TableSchema.Id.Name].S,
        item[FileName].S,
        item[ContentType].S,
        Number(item[Size]),
        (int)Number(item[Width]),
        (int)Number(item[Height]),
        item.GetValueOrDefault(Orientation) is { } orientation ? (int)Number(orientation) : null,
        item[Sha256].S,
        item.GetValueOrDefault(TableSchema.ByOwner.PartitionKey.Name)?.S,
        item.GetValueOrDefault(Metadata) is { } metadata ? MetadataItem.Read(metadata) : null,
        TimestampConverter.Read(item[CreatedAt].S),
        TimestampConverter.Read(item[UpdatedAt].S),
        Number(item[Version]))
    {
        HasVariants = IsMarked(item),
    };

    /// <summary>Whether an item has the mark of an image that may have variants.</summary>
    public static bool IsMarked(Dictionary<string, AttributeValue> item) => item.GetValueOrDefault(HasVariants)?.BOOL == true;

    /// <summary>
    /// The sort key of <see cref="TableSchema.ByFileName"/>: the id after the name makes the order of equal names
    /// stable, and U+0000, which no name holds, puts a name before all longer ones.
    /// </summary>
    public static string FileNameKey(string fileName, string id) => $"{Images.FileName.Key(fileName)}\0{id}";

    public static AttributeValue S(string text) => new() { S = text };

    public static AttributeValue N(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    public static long Number(AttributeValue value) => long.Parse(value.N, CultureInfo.InvariantCulture);
}
