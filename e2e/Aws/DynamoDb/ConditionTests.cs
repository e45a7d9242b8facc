using System.Text.RegularExpressions;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace ImageService.E2E.Aws.DynamoDb;

/// <summary>Conditions and filters, tried as the condition of a delete.</summary>
public sealed class ConditionTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [TestCase("n = :five")]
    [TestCase("n <> :six")]
    [TestCase("n < :six")]
    [TestCase("n <= :five")]
    [TestCase("n > :minus")]
    [TestCase("n >= :five")]
    [TestCase(":six > n")]
    [TestCase("absent <> :five")]
    [TestCase("n <> :text")]
    [TestCase("n BETWEEN :minus AND :five")]
    [TestCase("n between :five and :six")]
    [TestCase("n IN (:six, :five)")]
    [TestCase("word IN (:text)")]
    [TestCase("NOT n = :six")]
    [TestCase("n = :six OR n = :five AND word = :text")]
    [TestCase("NOT n = :six AND word = :text")]
    [TestCase("NOT (n = :five AND word = :part)")]
    [TestCase("(n = :six OR n = :five) AND (word = :text)")]
    [TestCase("attribute_exists(doc.deep.x)")]
    [TestCase("attribute_not_exists(doc.deep.y)")]
    [TestCase("attribute_type(l, :typeL)")]
    [TestCase("begins_with(word, :part)")]
    [TestCase("begins_with(bytes, :bytes)")]
    [TestCase("contains(word, :part)")]
    [TestCase("contains(tags, :text)")]
    [TestCase("contains(l, :five)")]
    [TestCase("contains(bytes, :bytes)")]
    [TestCase("size(word) = :five")]
    [TestCase("size(bytes) < :five")]
    [TestCase("size(l) > size(tags)")]
    [TestCase("size(doc) BETWEEN :minus AND :six")]
    [TestCase("l[0] = :five AND doc.deep.x = :six")]
    [TestCase("tags = :tags")]
    [TestCase("l = :list")]
    [TestCase("doc = :map")]
    [TestCase("flag = :true")]
    public async Task A_condition_holds(string condition)
    {
        var outcome = await Try(condition);

        Assert.That(outcome, Is.EqualTo("no error"));
    }

    [TestCase("n = :six")]
    [TestCase("n <> :five")]
    [TestCase("n < :five")]
    [TestCase("n <= :minus")]
    [TestCase("n > :text")]
    [TestCase("n < :text")]
    [TestCase("absent = :five")]
    [TestCase("absent < :five")]
    [TestCase("absent = zest")]
    [TestCase("n BETWEEN :minus AND :minus")]
    [TestCase("n IN (:six, :text)")]
    [TestCase("NOT n = :five")]
    [TestCase("(n = :five OR n = :six) AND word = :part")]
    [TestCase("n = :six AND word = :text OR word = :part")]
    [TestCase("attribute_exists(absent)")]
    [TestCase("attribute_not_exists(n)")]
    [TestCase("attribute_exists(n.x)")]
    [TestCase("attribute_exists(l[9])")]
    [TestCase("attribute_type(n, :typeL)")]
    [TestCase("begins_with(word, :text2)")]
    [TestCase("begins_with(n, :part)")]
    [TestCase("contains(tags, :part)")]
    [TestCase("contains(n, :five)")]
    [TestCase("size(n) = :five")]
    [TestCase("l = :tags")]
    public async Task A_condition_fails(string condition)
    {
        var outcome = await Try(condition);

        Assert.That(outcome, Is.EqualTo("ConditionalCheckFailedException: The conditional request failed"));
    }

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
    [TestCase("((a = :five))", "The expression has redundant parentheses;")]
    [TestCase("", "The expression can not be empty;")]
    public async Task A_condition_that_is_wrong_is_refused(string condition, string message)
    {
        var outcome = await Try(condition);

        Assert.That(outcome, Is.EqualTo($"ValidationException: Invalid ConditionExpression: {message}"));
    }

    [Test]
    public async Task An_expression_of_more_than_4_KB_is_refused()
    {
        var outcome = await Try($"n = :five{new string(' ', 4096)}");

        Assert.That(outcome, Is.EqualTo(
            "ValidationException: Invalid ConditionExpression: Expression size has exceeded the maximum allowed size; expression size: 4105"));
    }

    [TestCase("NOT ", "n = :five", "operator count: 301")]
    [TestCase("(", "n = :five", "operator count: 301")]
    public async Task An_expression_of_too_many_operators_is_refused(string repeated, string end, string count)
    {
        var outcome = await Try(string.Concat(Enumerable.Repeat(repeated, 800)) + end);

        Assert.That(outcome, Is.EqualTo($"ValidationException: Invalid ConditionExpression: The expression contains too many operators; {count}"));
    }

    private static async Task<string> Try(string condition)
    {
        var table = await TestTable.Make();
        await table.Put(
            ("id", "1"),
            ("n", 5),
            ("word", "trees"),
            ("bytes", new byte[] { 1, 200 }),
            ("flag", true),
            ("tags", Attributes.Set("trees", "b")),
            ("l", new List<object?> { 5, "x", null }),
            ("doc", new Dictionary<string, object?> { ["deep"] = new Dictionary<string, object?> { ["x"] = 6 } }));
        var values = Attributes.Item(
            (":five", 5.0m),
            (":six", 6),
            (":minus", -10),
            (":text", "trees"),
            (":text2", "treesx"),
            (":part", "tre"),
            (":bytes", new byte[] { 1 }),
            (":true", true),
            (":tags", Attributes.Set("b", "trees")),
            (":list", new List<object?> { 5, "x", null }),
            (":map", new Dictionary<string, object?> { ["deep"] = new Dictionary<string, object?> { ["x"] = 6 } }),
            (":typeL", "L"));
        var used = values.Where(value => Regex.IsMatch(condition, $@"{value.Key}\b")).ToDictionary();
        return await Refusal.Of(Client.DeleteItemAsync(new DeleteItemRequest(table.Name, Attributes.Item(("id", "1")))
        {
            ConditionExpression = condition,
            ExpressionAttributeValues = used.Count == 0 ? null : used,
        }));
    }
}
