using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Wire;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>A global secondary index as a CreateTable request states it.</summary>
internal sealed record IndexReader(
    string Name, KeySchemaReader Key, string? ProjectionType, IReadOnlyList<string>? NonKeyAttributes, Throughput? Throughput)
{
    private const int MostNonKeyAttributes = 20;

    public static IndexReader Read(RequestReader index)
    {
        var name = index.ResourceName("IndexName") ?? index.RequiredText("IndexName");
        var key = KeySchemaReader.Read(index);
        index.Required("Projection");
        var projection = index.Structure("Projection");
        var count = projection?.Count("NonKeyAttributes");
        if (count == 0)
            projection!.Violate("[]", "NonKeyAttributes", "have length greater than or equal to 1");
        if (count > MostNonKeyAttributes)
            projection!.Violate($"{count} elements", "NonKeyAttributes", $"have length less than or equal to {MostNonKeyAttributes}");
        var attributes = count > MostNonKeyAttributes ? null : projection?.Texts("NonKeyAttributes");

        var type = projection?.OneOf("ProjectionType", "ALL", "INCLUDE", "KEYS_ONLY");
        return new IndexReader(name, key, type, attributes, TableReader.ReadThroughput(index));
    }

    public SecondaryIndex Resolve(int number, IReadOnlyDictionary<string, KeyAttribute> types)
    {
        if (ProjectionType is null)
            throw TableErrors.NoProjectionType();
        if (ProjectionType == "INCLUDE" && NonKeyAttributes is null)
            throw TableErrors.NoNonKeyAttributes();
        if (ProjectionType != "INCLUDE" && NonKeyAttributes is not null)
            throw TableErrors.NeedlessNonKeyAttributes(ProjectionType);
        return new SecondaryIndex(number, Name, Key.Resolve(types), ProjectionType, NonKeyAttributes ?? [], Throughput ?? default);
    }
}
