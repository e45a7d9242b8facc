using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.S3;
using Amazon.S3.Model;

namespace ImageService.E2E.Deployments;

/// <summary>The bucket and the table.</summary>
internal sealed class StorageResources(IAmazonS3 s3, IAmazonDynamoDB dynamoDb)
{
    public async Task<Created> CreateBucket(Inputs inputs)
    {
        var name = inputs.Required("bucket");
        inputs.WithoutEffect("forceDestroy");
        await s3.PutBucketAsync(name);
        return new Created(name, ("bucket", name), ("arn", $"arn:aws:s3:::{name}"));
    }

    /// <summary>Nothing is public on the embedded cloud, which has no access lists: it is as if all four were on.</summary>
    public static Task<Created> BlockPublicAccess(Inputs inputs)
    {
        foreach (var block in new[] { "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets" })
            inputs.Expect(block, "true");
        return Of(inputs, "bucket");
    }

    /// <summary>A caller that may read an object reads it decrypted.</summary>
    public static Task<Created> Encrypt(Inputs inputs)
    {
        inputs.WithoutEffect("rules");
        return Of(inputs, "bucket");
    }

    /// <summary>No object of the embedded cloud becomes a day old.</summary>
    public static Task<Created> Age(Inputs inputs)
    {
        inputs.WithoutEffect("rules");
        return Of(inputs, "bucket");
    }

    public async Task<Created> AllowPages(Inputs inputs)
    {
        var bucket = inputs.Required("bucket");
        await s3.PutCORSConfigurationAsync(bucket, new CORSConfiguration { Rules = [.. Objects(inputs.Node("corsRules")).Select(CorsRule)] });
        return new Created(bucket);
    }

    public async Task<Created> CreateTable(Inputs inputs)
    {
        var name = inputs.Required("name");
        inputs.Expect("billingMode", "\"PAY_PER_REQUEST\"");
        // Expired items stay: no reader may count on their going.
        inputs.WithoutEffect("ttl", "serverSideEncryption", "pointInTimeRecovery");
        await dynamoDb.CreateTableAsync(new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            DeletionProtectionEnabled = (bool?)inputs.Node("deletionProtectionEnabled") ?? false,
            KeySchema = [new KeySchemaElement(inputs.Required("hashKey"), KeyType.HASH)],
            AttributeDefinitions = [.. Objects(inputs.Node("attributes")).Select(a => new AttributeDefinition((string)a["name"]!, (string)a["type"]!))],
            GlobalSecondaryIndexes = [.. Objects(inputs.Node("globalSecondaryIndexes")).Select(Index)],
        });
        return new Created(name, ("name", name), ("arn", Aws.Arn("dynamodb", $"table/{name}")));
    }

    private static CORSRule CorsRule(JsonObject rule)
    {
        var inputs = new Inputs("CorsRule", "cors", rule);
        var read = new CORSRule
        {
            AllowedMethods = Texts("allowedMethods"),
            AllowedOrigins = Texts("allowedOrigins"),
            AllowedHeaders = Texts("allowedHeaders"),
            ExposeHeaders = Texts("exposeHeaders"),
            MaxAgeSeconds = (int?)(double?)inputs.Node("maxAgeSeconds"),
        };
        inputs.Finish();
        return read;

        List<string> Texts(string name) => [.. (inputs.Node(name)?.AsArray() ?? []).Select(text => (string)text!)];
    }

    private static GlobalSecondaryIndex Index(JsonObject index) => new()
    {
        IndexName = (string)index["name"]!,
        KeySchema = [.. Objects(index["keySchemas"]).Select(key => new KeySchemaElement((string)key["attributeName"]!, (string)key["keyType"]!))],
        Projection = new Projection { ProjectionType = (string)index["projectionType"]! },
    };

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list?.AsArray() ?? []).Select(item => item!.AsObject());

    private static Task<Created> Of(Inputs inputs, string owner) => Task.FromResult(new Created(inputs.Required(owner)));
}
