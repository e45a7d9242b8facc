using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Tables;

/// <summary>What the key attributes of an item have to be (AWS: Quotas, partition key values and sort key values).</summary>
internal static class KeyRules
{
    private const int LongestHash = 2048;
    private const int LongestRange = 1024;

    /// <summary>Checks a key that names an item: the table's key attributes and no other.</summary>
    public static void CheckKey(KeySchema schema, MapValue key)
    {
        if (!Matches(key, schema.Attributes))
            throw KeyErrors.DoesNotMatchTheSchema();
        CheckValues(schema, key);
    }

    /// <summary>Whether attributes are exactly those of a key, each with its type.</summary>
    public static bool Matches(MapValue key, IEnumerable<KeyAttribute> attributes)
    {
        var expected = attributes.ToList();
        return key.Attributes.Count == expected.Count && expected.All(attribute => key[attribute.Name]?.Type == attribute.Type);
    }

    /// <summary>Checks the table's key in an item that is put.</summary>
    public static void CheckItemKey(KeySchema schema, MapValue item)
    {
        foreach (var key in schema.Attributes)
        {
            var value = item[key.Name] ?? throw KeyErrors.Missing(key.Name);
            if (value.Type != key.Type)
                throw KeyErrors.TypeMismatch(key.Name, key.Type, value.Type);
        }

        CheckValues(schema, item);
    }

    /// <summary>Checks that the values of a key are not empty and not too long.</summary>
    public static void CheckValues(KeySchema schema, MapValue item)
    {
        foreach (var key in schema.Attributes)
        {
            if (IsEmpty(item[key.Name]!))
                throw KeyErrors.Empty(key.Name, key.Type);
        }

        CheckLengths(schema, item);
    }

    /// <summary>Checks the keys of the indexes in an item that is put.</summary>
    public static void CheckIndexKeys(TableDefinition table, MapValue item) => CheckIndexKeys(
        table,
        item,
        (index, key, value) => KeyErrors.IndexTypeMismatch(index.Name, key.Name, key.Type, value.Type),
        (index, key) => KeyErrors.IndexEmpty(index.Name, key.Name, key.Type));

    /// <summary>Checks the keys of the indexes in an item that an expression has changed.</summary>
    public static void CheckUpdatedIndexKeys(TableDefinition table, MapValue item) => CheckIndexKeys(
        table, item, (_, _, _) => KeyErrors.UpdatedIndexType(), (_, key) => KeyErrors.UpdatedIndexEmpty(key.Type));

    private static void CheckIndexKeys(
        TableDefinition table,
        MapValue item,
        Func<SecondaryIndex, KeyAttribute, AttributeValue, DynamoDbException> wrongType,
        Func<SecondaryIndex, KeyAttribute, DynamoDbException> empty)
    {
        foreach (var index in table.Indexes)
        {
            foreach (var key in index.Key.Attributes)
            {
                if (item[key.Name] is not { } value)
                    continue;
                if (value.Type != key.Type)
                    throw wrongType(index, key, value);
                if (IsEmpty(value))
                    throw empty(index, key);
            }

            CheckLengths(index.Key, item);
        }
    }

    private static void CheckLengths(KeySchema schema, MapValue item)
    {
        if (item[schema.Hash.Name] is { Size: > LongestHash })
            throw KeyErrors.HashTooLong();
        if (schema.Range is { } range && item[range.Name] is { Size: > LongestRange })
            throw KeyErrors.RangeTooLong();
    }

    private static bool IsEmpty(AttributeValue value) => value is StringValue { Text: "" } or BinaryValue { Bytes: [] };
}
