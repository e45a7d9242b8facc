using EmbeddedAws.DynamoDb.Errors;
using EmbeddedAws.DynamoDb.Values;

namespace EmbeddedAws.DynamoDb.Expressions;

/// <summary>
/// What a key condition says of one attribute: a comparator, <c>BETWEEN</c> (which has an upper bound too) or <c>begins_with</c>.
/// </summary>
internal sealed record KeyPredicate(string Attribute, string Operator, AttributeValue Value, AttributeValue? Upper = null)
{
    private const int MostPredicates = 2;

    /// <summary>The predicates that a condition joins by AND; a key condition has nothing else.</summary>
    public static IReadOnlyList<KeyPredicate> Split(Condition condition)
    {
        var predicates = Flatten(condition).Select(Of).ToList();
        if (predicates.DistinctBy(predicate => predicate.Attribute).Count() != predicates.Count)
            throw ExpressionErrors.TwoConditionsOnAKey();
        return predicates.Count <= MostPredicates ? predicates : throw ReadErrors.TooManyKeyConditions();
    }

    private static IEnumerable<Condition> Flatten(Condition condition) =>
        condition is And and ? Flatten(and.Left).Concat(Flatten(and.Right)) : [condition];

    private static KeyPredicate Of(Condition condition) => condition switch
    {
        Comparison { Operator: not "<>", Left: PathOperand path, Right: ValueOperand right } comparison =>
            new(Name(path), comparison.Operator, right.Value),
        Comparison { Operator: not "<>", Left: ValueOperand left, Right: PathOperand path } comparison =>
            new(Name(path), Turned(comparison.Operator), left.Value),
        Between { Value: PathOperand path, Lower: ValueOperand lower, Upper: ValueOperand upper } =>
            new(Name(path), "BETWEEN", lower.Value, upper.Value),
        BeginsWith { Value: PathOperand path, Prefix: ValueOperand prefix } =>
            new(Name(path), "begins_with", prefix.Value),
        _ => throw ExpressionErrors.KeyOperator(OperatorOf(condition)),
    };

    private static string Name(PathOperand path) =>
        path.Path.IsNested ? throw ExpressionErrors.NestedKeyCondition() : path.Path.Attribute;

    /// <summary><c>:v &lt; key</c> says <c>key &gt; :v</c>.</summary>
    private static string Turned(string comparator) => comparator switch
    {
        "<" => ">",
        "<=" => ">=",
        ">" => "<",
        ">=" => "<=",
        _ => comparator,
    };

    private static string OperatorOf(Condition condition) => condition switch
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
