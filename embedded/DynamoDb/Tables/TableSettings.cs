using System.Text.Json.Serialization;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>The settings of a table that are not part of its definition.</summary>
internal sealed record TableSettings
{
    public static readonly TableSettings None = new();

    /// <summary>The attribute that tells when an item expires, in seconds since 1970; null where items do not.</summary>
    public string? TimeToLive { get; init; }

    /// <summary>Since when point-in-time recovery is on, and for how many days; null if it is off. Stored only.</summary>
    public PointInTimeRecovery? Recovery { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The numbers of the indexes by their names, where they are not those of their order: an index may have gone.</summary>
    public IReadOnlyDictionary<string, int> IndexNumbers { get; init; } = new Dictionary<string, int>();

    /// <summary>The order in which items expire, kept as an index that no client sees; null where items do not.</summary>
    [JsonIgnore]
    public SecondaryIndex? Expiry => TimeToLive is { } attribute
        ? new SecondaryIndex(ExpiryNumber, "", new KeySchema(new KeyAttribute(attribute, "N"), null), "KEYS_ONLY", [], default)
        : null;

    /// <summary>No index has this number.</summary>
    public const int ExpiryNumber = 0;
}

/// <summary>Backups of every moment.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Days">How many days back.</param>
internal sealed record PointInTimeRecovery(DateTimeOffset Since, int Days);
