using ImageService.Handlers.Storage;
using Pulumi.Aws.DynamoDB.Inputs;

namespace ImageService.Stack.Storage;

/// <summary>The table of the images' items; its keys and indexes are those that the handlers declare.</summary>
public sealed class MetadataTable : ComponentResource
{
    /// <summary>Declares the table with the keys and indexes of <see cref="Handlers.Storage.TableSchema"/>.</summary>
    public MetadataTable(string name, MetadataTableArgs args, ComponentResourceOptions? options = null)
        : base("image-service:storage:ImageTable", name, options)
    {
        var settings = args.Settings;
        var table = new Aws.DynamoDB.Table(
            $"{name}-table",
            new()
            {
                Name = settings.TableName!,
                BillingMode = "PAY_PER_REQUEST",
                HashKey = TableSchema.Id.Name,
                Attributes = KeyAttributes(),
                GlobalSecondaryIndexes = TableSchema.Indexes.Select(Index).ToArray(),
                Ttl = new TableTtlArgs { AttributeName = TableSchema.TimeToLive, Enabled = true },
                ServerSideEncryption = new TableServerSideEncryptionArgs { Enabled = true },
                PointInTimeRecovery = new TablePointInTimeRecoveryArgs { Enabled = settings.Protect },
                DeletionProtectionEnabled = settings.Protect,
            },
            new() { Parent = this, Protect = settings.Protect, RetainOnDelete = settings.Protect });

        TableName = table.Name;
        Arn = table.Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["tableName"] = TableName, ["arn"] = Arn });
    }

    /// <summary>The table, for the variables of functions and for metrics.</summary>
    [Output("tableName")]
    public Output<string> TableName { get; private set; }

    /// <summary>The table, for policies; its indexes are below it.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; }

    private static TableAttributeArgs[] KeyAttributes() =>
    [
        .. TableSchema.Indexes
            .SelectMany(index => new[] { index.PartitionKey, index.SortKey })
            .Prepend(TableSchema.Id)
            .DistinctBy(key => key.Name)
            .Select(key => new TableAttributeArgs { Name = key.Name, Type = key.Type.ToString() }),
    ];

    private static TableGlobalSecondaryIndexArgs Index(TableIndex index) => new()
    {
        Name = index.Name,
        KeySchemas = { Key(index.PartitionKey, "HASH"), Key(index.SortKey, "RANGE") },
        ProjectionType = "ALL",
    };

    private static TableGlobalSecondaryIndexKeySchemaArgs Key(KeyAttribute key, string type) =>
        new() { AttributeName = key.Name, KeyType = type };
}
