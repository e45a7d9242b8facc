using ImageService.Handlers.Storage;

namespace ImageService.Stack.Policies;

/// <summary>What policies call the data of the service.</summary>
/// <param name="Bucket">The bucket itself, for actions that are not about one object.</param>
/// <param name="Table">The table; its indexes are separate resources.</param>
internal sealed record DataArns(string Bucket, string Table)
{
    /// <summary>Placeholders, to see whether there is a permission at all.</summary>
    public static readonly DataArns Unknown = new("", "");

    public string Images => $"{Bucket}/{ObjectKey.Prefix}*";

    public string Variants => $"{Bucket}/{ObjectKey.VariantsPrefix}*";

    /// <summary>All indexes. A Query of an index is a call of the index, and not of its table.</summary>
    public string[] Indexes => [.. TableSchema.Indexes.Select(index => $"{Table}/index/{index.Name}")];
}
