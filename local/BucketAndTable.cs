using System.Text.Json.Nodes;
using EmbeddedAws.S3.Cors;
using ImageService.Handlers.Storage;

namespace ImageService.Local;

/// <summary>The bucket and the table, in an embedded cloud's terms, from what the handlers declare.</summary>
internal static class BucketAndTable
{
    public static CorsRule Cors(string origin) => new(
        Id: null, [origin], BucketCors.AllowedMethods, BucketCors.AllowedHeaders, BucketCors.ExposedHeaders, BucketCors.MaxAgeSeconds);

    /// <summary>The JSON of a CreateTable request.</summary>
    public static string Table(string name) => new JsonObject
    {
        ["TableName"] = name,
        ["BillingMode"] = "PAY_PER_REQUEST",
        ["KeySchema"] = new JsonArray(Key(TableSchema.Id, "HASH")),
        ["AttributeDefinitions"] = new JsonArray([.. Keys.Distinct().Select(Definition)]),
        ["GlobalSecondaryIndexes"] = new JsonArray([.. TableSchema.Indexes.Select(Index)]),
    }.ToJsonString();

    private static IEnumerable<KeyAttribute> Keys => TableSchema.Indexes.SelectMany(index => new[] { index.PartitionKey, index.SortKey }).Append(TableSchema.Id);

    private static JsonObject Definition(KeyAttribute key) => new JsonObject { ["AttributeName"] = key.Name, ["AttributeType"] = key.Type.ToString() };

    private static JsonObject Index(TableIndex index) => new JsonObject
    {
        ["IndexName"] = index.Name,
        ["KeySchema"] = new JsonArray(Key(index.PartitionKey, "HASH"), Key(index.SortKey, "RANGE")),
        ["Projection"] = new JsonObject { ["ProjectionType"] = "ALL" },
    };

    private static JsonObject Key(KeyAttribute key, string type) => new JsonObject { ["AttributeName"] = key.Name, ["KeyType"] = type };
}
