using ImageService.Local.DynamoDb.Errors;
using ImageService.Local.DynamoDb.Storage;
using ImageService.Local.DynamoDb.Tables;
using ImageService.Local.DynamoDb.Values;

namespace ImageService.Local.DynamoDb.Expressions;

/// <summary>
/// A <c>KeyConditionExpression</c>: one value of the hash key, and perhaps a range of the range key
/// (AWS: Key condition expressions for the Query operation).
/// </summary>
internal sealed class KeyCondition
{
    private const int MostConditions = 2;

    private readonly List<(DocumentPath Path, Condition Condition)> _conditions = [];

    private KeyCondition(Condition condition)
    {
        Add(condition);
        if (_conditions.Any(each => each.Path.IsNested))
            throw ExpressionErrors.NestedKeyCondition();
        if (_conditions.DistinctBy(each => each.Path.Attribute).Count() != _conditions.Count)
            throw ExpressionErrors.TwoConditionsOnAKey();
        if (_conditions.Count > MostConditions)
            throw ReadErrors.TooManyKeyConditions();
    }

    public static KeyCondition Parse(string text, Placeholders placeholders) =>
        new(ConditionParser.Parse("KeyConditionExpression", text, placeholders));

    /// <summary>The run of items that the condition asks for, once the key is known.</summary>
    public ItemRange Resolve(TableDefinition table, SecondaryIndex? index)
    {
        var key = index?.Key ?? table.Key;
        var hash = On(key.Hash) ?? throw ReadErrors.KeyNotInCondition(key.Hash.Name);
        if (hash is not Comparison { Operator: "=" })
            throw ReadErrors.KeyConditionNotSupported();
        var values = new Dictionary<string, AttributeValue> { [key.Hash.Name] = Value(hash) };
        var run = new ItemRange(table, index) { Hash = KeyEncoding.Encode(CheckType(key.Hash, Value(hash))) };
        if (_conditions.Count == 1)
        {
            KeyRules.CheckValues(key with { Range = null }, new MapValue(values));
            return run;
        }

        if (key.Range is null || On(key.Range) is not { } range)
            throw key.Range is null ? ReadErrors.KeyConditionNotSupported() : ReadErrors.KeyNotInCondition(key.Range.Name);
        values[key.Range.Name] = CheckType(key.Range, Value(range));
        KeyRules.CheckValues(key, new MapValue(values));
        return Bounded(run, key.Range, range);
    }

    private static ItemRange Bounded(ItemRange run, KeyAttribute key, Condition condition)
    {
        switch (condition)
        {
            case Between { Lower: ValueOperand lower, Upper: ValueOperand upper }:
                return run with
                {
                    Lower = new Bound(KeyEncoding.Encode(lower.Value), true),
                    Upper = new Bound(KeyEncoding.Encode(CheckType(key, upper.Value)), true),
                };
            case BeginsWith:
                if (key.Type == "N")
                    throw ReadErrors.KeyConditionNotSupported();
                var prefix = KeyEncoding.Encode(Value(condition));
                return run with
                {
                    Lower = new Bound(prefix, true),
                    Upper = KeyEncoding.After(prefix) is { } after ? new Bound(after, false) : null,
                };
            default:
                var comparison = ((Comparison)condition).Operator;
                var bound = new Bound(KeyEncoding.Encode(Value(condition)), comparison is "=" or "<=" or ">=");
                return run with
                {
                    Lower = comparison is "=" or ">" or ">=" ? bound : null,
                    Upper = comparison is "=" or "<" or "<=" ? bound : null,
                };
        }
    }

    private static AttributeValue CheckType(KeyAttribute key, AttributeValue value) =>
        value.Type == key.Type ? value : throw ReadErrors.KeyConditionType();

    private static AttributeValue Value(Condition condition) => condition switch
    {
        Comparison { Right: ValueOperand right } => right.Value,
        Between { Lower: ValueOperand lower } => lower.Value,
        BeginsWith { Prefix: ValueOperand prefix } => prefix.Value,
        _ => throw ReadErrors.KeyConditionNotSupported(),
    };

    private Condition? On(KeyAttribute key) =>
        _conditions.FirstOrDefault(each => each.Path.Attribute == key.Name).Condition;

    private void Add(Condition condition)
    {
        switch (condition)
        {
            case And and:
                Add(and.Left);
                Add(and.Right);
                break;
            case Comparison { Operator: not "<>", Left: PathOperand path, Right: ValueOperand }:
                _conditions.Add((path.Path, condition));
                break;
            case Comparison { Operator: not "<>", Left: ValueOperand, Right: PathOperand path } turned:
                _conditions.Add((path.Path, Turn(turned)));
                break;
            case Between { Value: PathOperand path, Lower: ValueOperand, Upper: ValueOperand }:
                _conditions.Add((path.Path, condition));
                break;
            case BeginsWith { Value: PathOperand path, Prefix: ValueOperand }:
                _conditions.Add((path.Path, condition));
                break;
            default:
                throw ExpressionErrors.KeyOperator(Name(condition));
        }
    }

    /// <summary><c>:v &lt; key</c> says <c>key &gt; :v</c>.</summary>
    private static Comparison Turn(Comparison comparison) => new(
        comparison.Operator switch
        {
            "<" => ">",
            "<=" => ">=",
            ">" => "<",
            ">=" => "<=",
            _ => "=",
        },
        comparison.Right,
        comparison.Left);

    private static string Name(Condition condition) => condition switch
    {
        Or => "OR",
        Not => "NOT",
        In => "IN",
        Between => "BETWEEN",
        Comparison comparison => comparison.Operator,
        FunctionCondition function => function.Name,
        _ => throw new ArgumentException("An unknown condition.", nameof(condition)),
    };
}
