using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Storage;
using EmbeddedAws.DynamoDb.Tables;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>
/// A <c>KeyConditionExpression</c>: one value of the hash key, and perhaps a range of the range key
/// (AWS: Key condition expressions for the Query operation).
/// </summary>
internal sealed class KeyCondition
{
    private readonly IReadOnlyList<KeyPredicate> _predicates;

    private KeyCondition(IReadOnlyList<KeyPredicate> predicates)
    {
        _predicates = predicates;
    }

    public static KeyCondition Parse(string text, Placeholders placeholders) =>
        new(KeyPredicate.Split(ConditionParser.Parse("KeyConditionExpression", text, placeholders)));

    /// <summary>The run of items that the condition asks for, once the key is known.</summary>
    public ItemRange Resolve(TableDefinition table, SecondaryIndex? index)
    {
        var key = index?.Key ?? table.Key;
        var hash = On(key.Hash) ?? throw ReadErrors.KeyNotInCondition(key.Hash.Name);
        if (hash.Operator != "=")
            throw ReadErrors.KeyConditionNotSupported();
        CheckTyped(key.Hash, hash.Value);
        var run = new ItemRange(table, index) { Hash = KeyEncoding.Encode(hash.Value) };
        if (_predicates.Count == 1)
        {
            CheckValues(key with { Range = null }, hash);
            return run;
        }

        if (key.Range is null)
            throw ReadErrors.KeyConditionNotSupported();
        var range = On(key.Range) ?? throw ReadErrors.KeyNotInCondition(key.Range.Name);
        CheckTyped(key.Range, range.Value);
        CheckTyped(key.Range, range.Upper ?? range.Value);
        CheckValues(key, hash, range);
        return Bounded(run, range);
    }

    private static ItemRange Bounded(ItemRange run, KeyPredicate range)
    {
        var value = KeyEncoding.Encode(range.Value);
        return range.Operator switch
        {
            "=" => run with { Lower = new Bound(value, true), Upper = new Bound(value, true) },
            "<" => run with { Upper = new Bound(value, false) },
            "<=" => run with { Upper = new Bound(value, true) },
            ">" => run with { Lower = new Bound(value, false) },
            ">=" => run with { Lower = new Bound(value, true) },
            "BETWEEN" => run with { Lower = new Bound(value, true), Upper = new Bound(KeyEncoding.Encode(range.Upper!), true) },
            _ => run with
            {
                Lower = new Bound(value, true),
                Upper = KeyEncoding.After(value) is { } after ? new Bound(after, false) : null,
            },
        };
    }

    private static void CheckTyped(KeyAttribute key, AttributeValue value)
    {
        if (value.Type != key.Type)
            throw ReadErrors.KeyConditionType();
    }

    private static void CheckValues(KeySchema key, params ReadOnlySpan<KeyPredicate> predicates)
    {
        var values = new Dictionary<string, AttributeValue>();
        foreach (var predicate in predicates)
            values.Add(predicate.Attribute, predicate.Value);
        KeyRules.CheckValues(key, new MapValue(values));
    }

    private KeyPredicate? On(KeyAttribute key) => _predicates.FirstOrDefault(predicate => predicate.Attribute == key.Name);
}
