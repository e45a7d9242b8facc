using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>What an UpdateTable request changes.</summary>
internal sealed class TableUpdate
{
    private readonly IReadOnlyList<KeyAttribute> _attributes;
    private readonly string? _billing;
    private readonly Throughput? _throughput;
    private readonly bool? _protected;
    private readonly string? _class;
    private readonly EncryptionReader _encryption;
    private readonly IReadOnlyList<IndexUpdate> _indexes;

    public TableUpdate(RequestReader request)
    {
        _attributes = request.Member("AttributeDefinitions") is null ? [] : TableReader.AttributeDefinitions(request);
        _billing = request.OneOf("BillingMode", "PROVISIONED", "PAY_PER_REQUEST");
        _throughput = TableReader.ReadThroughput(request);
        _protected = request.Boolean("DeletionProtectionEnabled");
        _class = TableReader.ReadClass(request);
        _encryption = new EncryptionReader(request);
        if (request.Count("GlobalSecondaryIndexUpdates") > TableReader.MostIndexes)
            throw TableErrors.TooManyIndexes();
        _indexes = [.. (request.Structures("GlobalSecondaryIndexUpdates") ?? []).Select(IndexUpdate.Read)];
        TableReader.ReadStream(request);
    }

    /// <summary>Checks what can be checked without the table.</summary>
    public void Check()
    {
        if (_billing is null && _throughput is null && _protected is null && _class is null && !_encryption.IsGiven && _indexes.Count == 0)
            throw TableErrors.NothingToUpdate();
        if (_indexes.Count(index => index.Create is not null || index.Delete is not null) > 1)
            throw TableErrors.SeveralIndexChanges();
    }

    public TableDefinition Apply(TableDefinition table)
    {
        var types = table.AttributeDefinitions.Concat(_attributes).DistinctBy(attribute => attribute.Name).ToDictionary(attribute => attribute.Name);
        var indexes = _indexes.Aggregate(table.Indexes, (present, update) => update.Apply(present, types));
        var billing = _billing ?? table.BillingMode;
        var provisioned = billing == "PROVISIONED";
        var throughput = _throughput ?? (provisioned && table.Throughput != default ? table.Throughput : null);
        TableReader.CheckThroughput(
            billing,
            throughput,
            [.. indexes.Select(index => (index.Name, provisioned && index.Throughput != default ? index.Throughput : (Throughput?)null))]);

        // AWS forgets the attributes of an index that has gone.
        var used = indexes.Select(index => index.Key).Prepend(table.Key).SelectMany(key => key.Attributes).Select(attribute => attribute.Name).ToHashSet();
        return table with
        {
            AttributeDefinitions = [.. types.Values.Where(attribute => used.Contains(attribute.Name))],
            Indexes = provisioned ? indexes : [.. indexes.Select(index => index with { Throughput = default })],
            BillingMode = billing,
            Throughput = throughput ?? default,
            DeletionProtected = _protected ?? table.DeletionProtected,
            TableClass = _class ?? table.TableClass,
            EncryptionKey = _encryption.IsGiven ? _encryption.Key() : table.EncryptionKey,
            Settings = table.Settings with { IndexNumbers = indexes.ToDictionary(index => index.Name, index => index.Number) },
        };
    }
}
