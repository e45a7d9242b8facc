using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>A change of a table's indexes: one is made, loses its place, or gets another throughput.</summary>
internal sealed record IndexUpdate(IndexReader? Create, string? Delete, string? Update, Throughput? Throughput)
{
    public static IndexUpdate Read(RequestReader element)
    {
        var (create, delete, update) = (element.Structure("Create"), element.Structure("Delete"), element.Structure("Update"));
        if (new[] { create, delete, update }.Count(change => change is not null) != 1)
            throw TableErrors.NotOneIndexChange();
        return new IndexUpdate(
            create is null ? null : IndexReader.Read(create),
            delete is null ? null : NameIn(delete),
            update is null ? null : NameIn(update),
            update is null ? null : TableReader.ReadThroughput(update));
    }

    /// <summary>The indexes after the change.</summary>
    public IReadOnlyList<SecondaryIndex> Apply(IReadOnlyList<SecondaryIndex> indexes, IReadOnlyDictionary<string, KeyAttribute> types)
    {
        if (Create is { } create)
        {
            if (indexes.Any(index => index.Name == create.Name))
                throw TableErrors.IndexExists(create.Name);
            if (indexes.Count == TableReader.MostIndexes)
                throw TableErrors.TooManyIndexes();
            return [.. indexes, create.Resolve(indexes.Select(index => index.Number).DefaultIfEmpty().Max() + 1, types)];
        }

        var name = Delete ?? Update!;
        if (indexes.All(index => index.Name != name))
            throw TableErrors.IndexNotFound(name);
        return Delete is not null
            ? [.. indexes.Where(index => index.Name != name)]
            : [.. indexes.Select(index => index.Name == name ? index with { Throughput = Throughput ?? index.Throughput } : index)];
    }

    private static string NameIn(RequestReader change) => change.ResourceName("IndexName") ?? change.RequiredText("IndexName");
}
