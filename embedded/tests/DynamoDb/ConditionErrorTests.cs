namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Conditions that do not parse.</summary>
public sealed class ConditionErrorTests
{
    [TestCase("a = ", "Syntax error; token: \"<EOF>\", near: \"= \"")]
    [TestCase("a == :five", "Syntax error; token: \"=\", near: \"== :five\"")]
    [TestCase("a = :five)", "Syntax error; token: \")\", near: \":five)\"")]
    [TestCase("a ! b", "Syntax error; token: \"!\", near: \"a !\"")]
    [TestCase("_a = b", "Syntax error; token: \"_\", near: \"_\"")]
    [TestCase("a[:five] = b", "Syntax error; token: \":five\", near: \"[:five]\"")]
    [TestCase("a[99999999999] = b", "Syntax error; token: \"99999999999\", near: \"[99999999999]\"")]
    [TestCase("a", "Syntax error; token: \"<EOF>\", near: \"a\"")]
    [TestCase("a IN ()", "Syntax error; token: \")\", near: \"()\"")]
    [TestCase("name = :five", "Attribute name is a reserved keyword; reserved keyword: name")]
    [TestCase("a.Name = :five", "Attribute name is a reserved keyword; reserved keyword: Name")]
    [TestCase("a = :none", "An expression attribute value used in expression is not defined; attribute value: :none")]
    [TestCase("#none = :five", "An expression attribute name used in the document path is not defined; attribute name: #none")]
    [TestCase("Size(a) = :five", "Invalid function name; function: Size")]
    [TestCase("size(a)", "The function is not allowed to be used this way in an expression; function: size")]
    [TestCase("attribute_exists(a) = :true", "The function is not allowed to be used this way in an expression; function: attribute_exists")]
    [TestCase("a = begins_with(a, :part)", "The function is not allowed to be used this way in an expression; function: begins_with")]
    [TestCase("attribute_exists(:text)", "Operator or function requires a document path; operator or function: attribute_exists")]
    [TestCase("attribute_exists(a, b)", "Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2")]
    [TestCase("begins_with(a, :five)", "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N")]
    [TestCase("size(:five) = :six", "Incorrect operand type for operator or function; operator or function: size, operand type: N")]
    [TestCase("a < :true", "Incorrect operand type for operator or function; operator or function: <, operand type: BOOL")]
    [TestCase("a BETWEEN :list AND :list", "Incorrect operand type for operator or function; operator or function: BETWEEN, operand type: L")]
    [TestCase("attribute_type(a, :text)", "Invalid attribute type name found; type: trees, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}")]
    [TestCase("attribute_type(a, :five)", "Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N")]
    [TestCase("a = a", "The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a]")]
    [TestCase("contains(a.b[0], a.b[0])", "The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [a, b, [0]]")]
    [TestCase("a BETWEEN :six AND :five", "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:6}, upper bound operand: AttributeValue: {N:5}")]
    [TestCase("a BETWEEN :text AND :five", "The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {S:trees}, upper bound operand: AttributeValue: {N:5}")]
    [TestCase("((a = :five))", "The expression has redundant parentheses;")]
    [TestCase("((a)) = :five", "The expression has redundant parentheses;")]
    [TestCase("a = ((:five))", "The expression has redundant parentheses;")]
    [TestCase("a IN (((:five)))", "The expression has redundant parentheses;")]
    [TestCase("size(((a))) = :five", "The expression has redundant parentheses;")]
    [TestCase("(a)", "Syntax error; token: \")\", near: \"a)\"")]
    [TestCase("(a = :five", "Syntax error; token: \"<EOF>\", near: \":five\"")]
    [TestCase("(a = :five) = :six", "Syntax error; token: \"=\", near: \"a = :five\"")]
    [TestCase("(:five).a = :six", "Syntax error; token: \".\", near: \").a\"")]
    [TestCase("(attribute_exists(a)) = :true", "The function is not allowed to be used this way in an expression; function: attribute_exists")]
    [TestCase("", "The expression can not be empty;")]
    public async Task A_condition_that_is_wrong_is_refused(string condition, string message)
    {
        var outcome = await ConditionTrial.Try(condition);

        Assert.That(outcome, Is.EqualTo($"ValidationException: Invalid ConditionExpression: {message}"));
    }

    [Test]
    public async Task An_expression_of_more_than_4_KB_is_refused()
    {
        var outcome = await ConditionTrial.Try($"n = :five{new string(' ', 4096)}");

        Assert.That(outcome, Is.EqualTo(
            "ValidationException: Invalid ConditionExpression: Expression size has exceeded the maximum allowed size; expression size: 4105"));
    }

    [TestCase("NOT ", "n = :five", "operator count: 301")]
    [TestCase("(", "n = :five", "operator count: 301")]
    public async Task An_expression_of_too_many_operators_is_refused(string repeated, string end, string count)
    {
        var outcome = await ConditionTrial.Try(string.Concat(Enumerable.Repeat(repeated, 800)) + end);

        Assert.That(outcome, Is.EqualTo($"ValidationException: Invalid ConditionExpression: The expression contains too many operators; {count}"));
    }
}
