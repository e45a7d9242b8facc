using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.S3;
using Amazon.S3.Model;
using EmbeddedAws.ControlPlane;

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

    public async Task<Created> BlockPublicAccess(Inputs inputs)
    {
        var bucket = inputs.Required("bucket");
        await s3.PutPublicAccessBlockAsync(new PutPublicAccessBlockRequest
        {
            BucketName = bucket,
            PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration
            {
                BlockPublicAcls = (bool?)inputs.Node("blockPublicAcls"),
                BlockPublicPolicy = (bool?)inputs.Node("blockPublicPolicy"),
                IgnorePublicAcls = (bool?)inputs.Node("ignorePublicAcls"),
                RestrictPublicBuckets = (bool?)inputs.Node("restrictPublicBuckets"),
            },
        });
        return new Created(bucket);
    }

    public async Task<Created> Encrypt(Inputs inputs)
    {
        var bucket = inputs.Required("bucket");
        var algorithm = (string)Objects(inputs.Node("rules")).Single()["applyServerSideEncryptionByDefault"]!["sseAlgorithm"]!;
        await s3.PutBucketEncryptionAsync(new PutBucketEncryptionRequest
        {
            BucketName = bucket,
            ServerSideEncryptionConfiguration = new ServerSideEncryptionConfiguration
            {
                ServerSideEncryptionRules = [new ServerSideEncryptionRule { ServerSideEncryptionByDefault = new ServerSideEncryptionByDefault { ServerSideEncryptionAlgorithm = algorithm } }],
            },
        });
        return new Created(bucket);
    }

    public async Task<Created> Age(Inputs inputs)
    {
        var bucket = inputs.Required("bucket");
        await s3.PutLifecycleConfigurationAsync(bucket, new LifecycleConfiguration { Rules = [.. Objects(inputs.Node("rules")).Select(LifecycleRuleOf)] });
        return new Created(bucket);
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
        inputs.Expect("pointInTimeRecovery", """{"enabled":false}""");
        await dynamoDb.CreateTableAsync(new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            SSESpecification = new SSESpecification { Enabled = (bool?)inputs.Node("serverSideEncryption")?["enabled"] ?? false },
            DeletionProtectionEnabled = (bool?)inputs.Node("deletionProtectionEnabled") ?? false,
            KeySchema = [new KeySchemaElement(inputs.Required("hashKey"), KeyType.HASH)],
            AttributeDefinitions = [.. Objects(inputs.Node("attributes")).Select(a => new AttributeDefinition((string)a["name"]!, (string)a["type"]!))],
            GlobalSecondaryIndexes = [.. Objects(inputs.Node("globalSecondaryIndexes")).Select(Index)],
        });
        await dynamoDb.UpdateTimeToLiveAsync(new UpdateTimeToLiveRequest
        {
            TableName = name,
            TimeToLiveSpecification = new TimeToLiveSpecification { Enabled = (bool?)inputs.Node("ttl")!["enabled"], AttributeName = (string?)inputs.Node("ttl")!["attributeName"] },
        });
        return new Created(name, ("name", name), ("arn", Arn.Of("dynamodb", $"table/{name}")));
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

    private static LifecycleRule LifecycleRuleOf(JsonObject rule)
    {
        var inputs = new Inputs("LifecycleRule", "lifecycle", rule);
        var read = new LifecycleRule
        {
            Id = inputs.Required("id"),
            Status = inputs.Required("status"),
            Filter = new LifecycleFilter { LifecycleFilterPredicate = new LifecyclePrefixPredicate { Prefix = (string?)inputs.Node("filter")?["prefix"] ?? "" } },
            Expiration = inputs.Node("expiration") is { } expiration ? new LifecycleRuleExpiration { Days = (int)(double)expiration["days"]! } : null,
        };
        inputs.Finish();
        return read;
    }

    private static GlobalSecondaryIndex Index(JsonObject index) => new()
    {
        IndexName = (string)index["name"]!,
        KeySchema = [.. Objects(index["keySchemas"]).Select(key => new KeySchemaElement((string)key["attributeName"]!, (string)key["keyType"]!))],
        Projection = new Projection { ProjectionType = (string)index["projectionType"]! },
    };

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list?.AsArray() ?? []).Select(item => item!.AsObject());
}
