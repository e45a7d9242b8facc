using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>Tags: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Tagging.html#TaggingRestrictions</summary>
internal static class TagReader
{
    private const int MostTags = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    /// <summary>The tags in a request; null where it has none.</summary>
    /// <exception cref="DynamoDbException">They are too many.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>>? Read(RequestReader request) => request.Count("Tags") > MostTags
        ? throw TableErrors.TooManyTags(MostTags)
        : request.Structures("Tags")?.Select(tag => KeyValuePair.Create(tag.RequiredText("Key"), tag.RequiredText("Value"))).ToList();

    /// <summary>The tags of a table with others put in place of those with their keys.</summary>
    /// <exception cref="DynamoDbException">They are not tags, or too many.</exception>
    public static IReadOnlyDictionary<string, string> Merge(IReadOnlyDictionary<string, string> tags, IEnumerable<KeyValuePair<string, string>> added)
    {
        var merged = tags.ToDictionary();
        foreach (var (key, value) in added)
        {
            if (key.Length is 0 or > LongestKey || value.Length > LongestValue)
                throw TableErrors.InvalidTag($"A tag has a key of 1 to {LongestKey} characters and a value of at most {LongestValue}: {key}");
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                throw TableErrors.InvalidTag($"aws: prefixed tag key names are not allowed for external use: {key}");
            merged[key] = value;
        }

        return merged.Count <= MostTags ? merged : throw TableErrors.TooManyTags(MostTags);
    }
}
