using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.S3;
using Amazon.S3.Model;
using ImageService.Handlers;
using ImageService.Handlers.Storage;

namespace ImageService.Local;

/// <summary>Creates the bucket and the table from what the handlers declare.</summary>
internal static class BucketAndTable
{
    public static Task CreateAsync(IAmazonS3 s3, IAmazonDynamoDB dynamoDb, Settings settings) =>
        Task.WhenAll(CreateBucketAsync(s3, settings), CreateTableAsync(dynamoDb, settings.TableName));

    private static async Task CreateBucketAsync(IAmazonS3 s3, Settings settings)
    {
        await s3.PutBucketAsync(settings.BucketName);
        await s3.PutCORSConfigurationAsync(settings.BucketName, new CORSConfiguration
        {
            Rules =
            [
                new CORSRule
                {
                    AllowedMethods = [.. BucketCors.AllowedMethods],
                    AllowedOrigins = [settings.CorsOrigin],
                    AllowedHeaders = [.. BucketCors.AllowedHeaders],
                    ExposeHeaders = [.. BucketCors.ExposedHeaders],
                    MaxAgeSeconds = BucketCors.MaxAgeSeconds,
                },
            ],
        });
    }

    private static async Task CreateTableAsync(IAmazonDynamoDB dynamoDb, string tableName)
    {
        try
        {
            await dynamoDb.CreateTableAsync(new CreateTableRequest
            {
                TableName = tableName,
                BillingMode = BillingMode.PAY_PER_REQUEST,
                KeySchema = [Hash(TableSchema.Id)],
                AttributeDefinitions = [.. Attributes().DistinctBy(attribute => attribute.AttributeName)],
                GlobalSecondaryIndexes = [.. TableSchema.Indexes.Select(Index)],
            });
        }
        catch (ResourceInUseException)
        {
            // The data folder is not new: the table is there.
        }
    }

    private static IEnumerable<AttributeDefinition> Attributes() => TableSchema.Indexes
        .SelectMany(index => new[] { index.PartitionKey, index.SortKey })
        .Append(TableSchema.Id)
        .Select(key => new AttributeDefinition(key.Name, key.Type == KeyAttributeType.S ? ScalarAttributeType.S : ScalarAttributeType.N));

    private static GlobalSecondaryIndex Index(TableIndex index) => new()
    {
        IndexName = index.Name,
        KeySchema = [Hash(index.PartitionKey), new KeySchemaElement(index.SortKey.Name, KeyType.RANGE)],
        Projection = new Projection { ProjectionType = ProjectionType.ALL },
    };

    private static KeySchemaElement Hash(KeyAttribute key) => new(key.Name, KeyType.HASH);
}
