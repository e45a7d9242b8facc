using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>Reads a table's definition from a CreateTable request, which is also the form in which the store keeps it.</summary>
internal static class TableReader
{
    /// <summary>The limits of a table: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html.</summary>
    public const int MostIndexes = 20;

    /// <summary>Those of two keys of the table and of each index; more cannot all be used.</summary>
    private const int MostAttributes = 2 * (MostIndexes + 1);

    public static TableDefinition Read(RequestReader request)
    {
        var reference = request.Table();
        if (reference.IsForeign)
            request.Violate(reference.Given, "TableName", "satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        var attributes = AttributeDefinitions(request);
        var key = KeySchemaReader.Read(request);
        if (request.Count("GlobalSecondaryIndexes") > MostIndexes)
            throw TableErrors.TooManyIndexes();
        var indexes = request.Structures("GlobalSecondaryIndexes")?.Select(IndexReader.Read).ToList();
        var billing = request.OneOf("BillingMode", "PROVISIONED", "PAY_PER_REQUEST") ?? "PROVISIONED";
        var throughput = ReadThroughput(request);
        var deletionProtected = request.Boolean("DeletionProtectionEnabled") ?? false;
        var encryption = new EncryptionReader(request);
        var tableClass = ReadClass(request);
        var tags = TagReader.Read(request);
        ReadStream(request);
        request.Finish();

        CheckThroughput(billing, throughput, [.. (indexes ?? []).Select(index => (index.Name, index.Throughput))]);
        CheckNames(attributes, indexes);
        var types = attributes.ToDictionary(attribute => attribute.Name);
        var schema = key.Resolve(types);
        var resolved = (indexes ?? []).Select((index, position) => index.Resolve(position + 1, types)).ToList();
        CheckAllUsed(attributes, schema, resolved);
        return new TableDefinition(reference.Name, attributes, schema, resolved, billing, throughput ?? default, deletionProtected)
        {
            EncryptionKey = encryption.Key(),
            TableClass = tableClass,
            Settings = TableSettings.None with { Tags = TagReader.Merge(TableSettings.None.Tags, tags ?? []) },
        };
    }

    /// <summary>The class of the storage, or null.</summary>
    public static string? ReadClass(RequestReader request) => request.OneOf("TableClass", "STANDARD", "STANDARD_INFREQUENT_ACCESS");

    /// <summary>Accepts only a stream that is off: streams are not supported.</summary>
    public static void ReadStream(RequestReader request)
    {
        if (request.Structure("StreamSpecification") is { } stream && stream.Boolean("StreamEnabled") == true)
            throw RequestErrors.Unsupported("StreamSpecification.StreamEnabled");
    }

    /// <summary>The provisioned capacity of a table or an index.</summary>
    public static Throughput? ReadThroughput(RequestReader request)
    {
        if (request.Structure("ProvisionedThroughput") is not { } throughput)
            return null;
        throughput.Required("ReadCapacityUnits");
        throughput.Required("WriteCapacityUnits");
        return new Throughput(throughput.Range("ReadCapacityUnits") ?? 0, throughput.Range("WriteCapacityUnits") ?? 0);
    }

    public static IReadOnlyList<KeyAttribute> AttributeDefinitions(RequestReader request)
    {
        request.Required("AttributeDefinitions");
        if (request.Count("AttributeDefinitions") > MostAttributes)
            throw TableErrors.UnusedDefinitions();
        return [.. (request.Structures("AttributeDefinitions") ?? []).Select(definition => new KeyAttribute(
            KeySchemaReader.AttributeName(definition),
            definition.OneOf("AttributeType", "B", "N", "S") ?? definition.RequiredText("AttributeType")))];
    }

    public static void CheckThroughput(string billing, Throughput? throughput, IReadOnlyList<(string Name, Throughput? Throughput)> indexes)
    {
        var provisioned = billing == "PROVISIONED";
        if (provisioned && throughput is null)
            throw TableErrors.NoThroughput();
        if (!provisioned && (throughput is not null || indexes.Any(index => index.Throughput is not null)))
            throw TableErrors.NeedlessThroughput();
        if (provisioned && indexes.FirstOrDefault(index => index.Throughput is null).Name is { } without)
            throw TableErrors.NoIndexThroughput(without);
    }

    private static void CheckNames(IReadOnlyList<KeyAttribute> attributes, List<IndexReader>? indexes)
    {
        if (attributes.DistinctBy(attribute => attribute.Name).Count() != attributes.Count)
            throw TableErrors.SameAttributeTwice();
        if (indexes is null)
            return;
        if (indexes.Count == 0)
            throw TableErrors.NoIndexes();
        if (indexes.GroupBy(index => index.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw TableErrors.DuplicateIndex(twice.Key);
    }

    private static void CheckAllUsed(IReadOnlyList<KeyAttribute> attributes, KeySchema key, List<SecondaryIndex> indexes)
    {
        var used = indexes.Select(index => index.Key).Prepend(key)
            .SelectMany(schema => schema.Attributes).Select(attribute => attribute.Name).Distinct().ToList();
        if (used.Count == attributes.Count)
            return;
        throw indexes.Count == 0
            ? TableErrors.UnusedDefinitions()
            : TableErrors.UnusedDefinitions(attributes.Select(attribute => attribute.Name), used);
    }
}
