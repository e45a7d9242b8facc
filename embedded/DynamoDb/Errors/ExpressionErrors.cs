namespace EmbeddedAws.DynamoDb.Errors;

/// <summary>Expressions that do not parse; <c>kind</c> is the parameter, such as <c>ConditionExpression</c>.</summary>
internal static class ExpressionErrors
{
    public static DynamoDbException Empty(string kind) => Invalid(kind, "The expression can not be empty;");

    public static DynamoDbException TooLong(string kind, int size) =>
        Invalid(kind, $"Expression size has exceeded the maximum allowed size; expression size: {size}");

    public static DynamoDbException TooManyOperators(string kind, int count) =>
        Invalid(kind, $"The expression contains too many operators; operator count: {count}");

    public static DynamoDbException Syntax(string kind, string token, string near) =>
        Invalid(kind, $"Syntax error; token: \"{token}\", near: \"{near}\"");

    public static DynamoDbException ReservedWord(string kind, string word) =>
        Invalid(kind, $"Attribute name is a reserved keyword; reserved keyword: {word}");

    public static DynamoDbException UndefinedName(string kind, string name) =>
        Invalid(kind, $"An expression attribute name used in the document path is not defined; attribute name: {name}");

    public static DynamoDbException UndefinedValue(string kind, string value) =>
        Invalid(kind, $"An expression attribute value used in expression is not defined; attribute value: {value}");

    public static DynamoDbException UnknownFunction(string kind, string function) =>
        Invalid(kind, $"Invalid function name; function: {function}");

    public static DynamoDbException MisplacedFunction(string kind, string function) =>
        Invalid(kind, $"The function is not allowed to be used this way in an expression; function: {function}");

    public static DynamoDbException OperandCount(string kind, string function, int count) => Invalid(
        kind, $"Incorrect number of operands for operator or function; operator or function: {function}, number of operands: {count}");

    public static DynamoDbException OperandType(string kind, string function, string type) => Invalid(
        kind, $"Incorrect operand type for operator or function; operator or function: {function}, operand type: {type}");

    public static DynamoDbException NotAPath(string kind, string function) =>
        Invalid(kind, $"Operator or function requires a document path; operator or function: {function}");

    public static DynamoDbException SameOperands(string kind, string function, string path) => Invalid(
        kind,
        "The first operand must be distinct from the remaining operands for this operator or function; "
        + $"operator: {function}, first operand: {path}");

    public static DynamoDbException EmptyRange(string kind, string lower, string upper) => Invalid(
        kind,
        "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
        + $"lower bound operand: AttributeValue: {lower}, upper bound operand: AttributeValue: {upper}");

    public static DynamoDbException RangeOfTwoTypes(string kind, string lower, string upper) => Invalid(
        kind,
        "The BETWEEN operator requires same data type for lower and upper bounds; "
        + $"lower bound operand: AttributeValue: {lower}, upper bound operand: AttributeValue: {upper}");

    public static DynamoDbException RedundantParentheses(string kind) => Invalid(kind, "The expression has redundant parentheses;");

    public static DynamoDbException UnknownType(string kind, string type) => Invalid(
        kind, $"Invalid attribute type name found; type: {type}, valid types: {{B,NULL,SS,BOOL,L,BS,N,NS,S,M}}");

    public static DynamoDbException Overlap(string kind, string one, string two) => Invalid(
        kind,
        $"Two document paths overlap with each other; must remove or rewrite one of these paths; path one: {one}, path two: {two}");

    public static DynamoDbException Conflict(string kind, string one, string two) => Invalid(
        kind,
        $"Two document paths conflict with each other; must remove or rewrite one of these paths; path one: {one}, path two: {two}");

    public static DynamoDbException KeyOperator(string used) =>
        Invalid("KeyConditionExpression", $"Invalid operator used in KeyConditionExpression: {used}");

    public static DynamoDbException TwoConditionsOnAKey() =>
        Invalid("KeyConditionExpression", "KeyConditionExpressions must only contain one condition per key");

    public static DynamoDbException NestedKeyCondition() =>
        Invalid("KeyConditionExpression", "KeyConditionExpressions cannot have conditions on nested attributes");

    private static DynamoDbException Invalid(string kind, string what) => ErrorTypes.Validation($"Invalid {kind}: {what}");
}
