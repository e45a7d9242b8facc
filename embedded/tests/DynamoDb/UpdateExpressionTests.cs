using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class UpdateExpressionTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [Test]
    [CancelAfter(30_000)]
    public async Task A_list_that_is_appended_to_itself_again_and_again_is_too_large_at_once(CancellationToken cancellation)
    {
        var table = await TestTable.Make();
        var (appended, elements) = (string.Concat(Enumerable.Repeat("list_append(:v,", 220)), string.Join(',', Enumerable.Repeat("""{"NULL":true}""", 300_000)));

        var outcome = await table.Call(
            "UpdateItem", $$$""" "Key": {"id": {"S": "1"}}, "UpdateExpression": "SET a = {{{appended}}}:v{{{new string(')', 220)}}}", "ExpressionAttributeValues": {":v": {"L": [{{{elements}}}]}} """).WaitAsync(cancellation);

        Assert.That(outcome, Is.EqualTo("ValidationException: Item size to update has exceeded the maximum allowed size"));
    }

    [Test]
    public async Task No_more_is_made_of_an_item_that_is_too_large_already()
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("b", new List<object?> { new string('x', 200 * 1024) }));
        var request = UpdateTrial.Request(table, "SET a0 = list_append(b, b), a1 = list_append(b, b), a2 = absent");

        var refusal = await Refusal.Of(Client.UpdateItemAsync(request));

        Assert.That(refusal, Is.EqualTo("ValidationException: Item size to update has exceeded the maximum allowed size"));
    }

    [TestCase("SET title = :text", "title=new")]
    [TestCase("set n = n + :two, zest = :two - n", "n=7 zest=-3")]
    [TestCase("SET zest = if_not_exists(n, :two), more = if_not_exists(absent, :two)", "more=2 zest=5")]
    [TestCase("SET n = if_not_exists(absent, n) - :two", "n=3")]
    [TestCase("SET l = list_append(l, :list)", "l=[a, b, c, z]")]
    [TestCase("SET l = list_append(:list, if_not_exists(absent, l))", "l=[z, a, b, c]")]
    [TestCase("SET l[1] = :text, l[9] = :two", "l=[a, new, c, 2]")]
    [TestCase("SET m.x = :text, m.deep.y = :two", "m=(deep=(y=2) x=new)")]
    [TestCase("SET n = title, title = n", "n=Tree title=5")]
    [TestCase("SET l[7] = :text, l[5] = :two", "l=[a, b, c, 2, new]")]
    [TestCase("SET l[7] = :text, l[5] = :two, l[3] = n, l[0] = title", "l=[Tree, b, c, 5, 2, new]")]
    [TestCase("SET m.deep.l = :list, l[4] = :text ADD l[3] :two", "l=[a, b, c, 2, new] m=(deep=(l=[z]))")]
    [TestCase("SET nested[0][7] = :text, nested[0][5] = :two, nested[4] = n", "nested=[[x, 2, new], {a, b}, 5]")]
    [TestCase("ADD l[7] :two, l[5] :tags", "l=[a, b, c, {a, z}, 2]")]
    [TestCase("DELETE nested[1] :tags", "nested=[[x], {b}]")]
    [TestCase("DELETE nested[1] :all REMOVE nested[0]", "nested=[]")]
    [TestCase("DELETE nested[1] :all SET nested[2] = :text", "nested=[[x], new]")]
    [TestCase("DELETE l[9] :tags", "")]
    [TestCase("REMOVE l[2], l[0]", "l=[b]")]
    [TestCase("REMOVE l[3] SET l[9] = :text", "l=[a, b, c, new]")]
    [TestCase("REMOVE l[0], l[2] SET l[1] = :text, l[5] = :two", "l=[new, 2]")]
    [TestCase("REMOVE nested[0][0] SET nested[0][1] = :text", "nested=[[new], {a, b}]")]
    [TestCase("SET title = (:text)", "title=new")]
    [TestCase("SET n = (n + :two), zest = (n) - (:two)", "n=7 zest=3")]
    [TestCase("SET l = (list_append((l), (:list)))", "l=[a, b, c, z]")]
    [TestCase("SET more = if_not_exists((absent), (n))", "more=5")]
    [TestCase("REMOVE title, absent, m.absent, l[9]", "title=")]
    [TestCase("REMOVE l[0], l[1]", "l=[c]")]
    [TestCase("REMOVE l[0] SET l[2] = :text", "l=[b, new]")]
    [TestCase("ADD n :two, fresh :two", "fresh=2 n=7")]
    [TestCase("ADD tags :tags, fresh :tags", "fresh={a, z} tags={a, b, z}")]
    [TestCase("DELETE tags :tags, absent :tags", "tags={b}")]
    [TestCase("DELETE tags :all", "tags=")]
    [TestCase("DELETE tags :tags ADD n :two REMOVE title SET zest = :text", "n=7 tags={b} title= zest=new")]
    public async Task An_update_changes_attributes(string update, string changed)
    {
        var table = await TestTable.Make();
        await table.Put(
            ("id", "1"),
            ("n", 5),
            ("title", "Tree"),
            ("tags", Attributes.Set("a", "b")),
            ("l", new List<object?> { "a", "b", "c" }),
            ("nested", new List<object?> { new List<object?> { "x" }, Attributes.Set("a", "b") }),
            ("m", new Dictionary<string, object?> { ["deep"] = new Dictionary<string, object?>() }));
        var before = await Client.GetItemAsync(table.Name, Attributes.Item(("id", "1")));

        await Client.UpdateItemAsync(UpdateTrial.Request(table, update));

        var after = await Client.GetItemAsync(table.Name, Attributes.Item(("id", "1")));
        Assert.That(Changes(before.Item, after.Item), Is.EqualTo(changed));
    }

    [TestCase("SET id = :text", "One or more parameter values were invalid: Cannot update attribute id. This attribute is part of the key")]
    [TestCase("REMOVE id", "One or more parameter values were invalid: Cannot update attribute id. This attribute is part of the key")]
    [TestCase("SET a.b = :text", "The document path provided in the update expression is invalid for update")]
    [TestCase("SET n.b = :text", "The document path provided in the update expression is invalid for update")]
    [TestCase("SET n[0] = :text", "The document path provided in the update expression is invalid for update")]
    [TestCase("REMOVE a.b", "The document path provided in the update expression is invalid for update")]
    [TestCase("SET a = absent", "The provided expression refers to an attribute that does not exist in the item")]
    [TestCase("SET a = absent + :two", "The provided expression refers to an attribute that does not exist in the item")]
    [TestCase("SET a = id + :two", "An operand in the update expression has an incorrect data type")]
    [TestCase("SET a = list_append(n, :list)", "An operand in the update expression has an incorrect data type")]
    [TestCase("ADD n :tags", "An operand in the update expression has an incorrect data type")]
    [TestCase("DELETE n :tags", "An operand in the update expression has an incorrect data type")]
    [TestCase("SET n = n + :big", "Attempting to store more than 38 significant digits in a Number")]
    [TestCase("SET a = :text SET b = :text", "Invalid UpdateExpression: The \"SET\" section can only be used once in an update expression;")]
    [TestCase("ADD n :text", "Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND")]
    [TestCase("DELETE n :two", "Invalid UpdateExpression: Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND")]
    [TestCase("SET a = n + :text", "Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: +, operand type: S")]
    [TestCase("SET a = list_append(n, :text)", "Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: list_append, operand type: S")]
    [TestCase("SET a = if_not_exists(:two, :text)", "Invalid UpdateExpression: Operator or function requires a document path; operator or function: if_not_exists")]
    [TestCase("SET a = if_not_exists(n)", "Invalid UpdateExpression: Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1")]
    [TestCase("SET a = size(n)", "Invalid UpdateExpression: The function is not allowed to be used this way in an expression; function: size")]
    [TestCase("SET a = twice(n)", "Invalid UpdateExpression: Invalid function name; function: twice")]
    [TestCase("SET a = :text, a.b = :text", "Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]")]
    [TestCase("SET a = :text REMOVE a", "Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]")]
    [TestCase("SET a.b = :text, a[0] = :text", "Invalid UpdateExpression: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [0]]")]
    [TestCase("SET a.b = :text, c = :text, a.b.d = :text", "Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, b, d]")]
    [TestCase("SET a.b.d = :text REMOVE a", "Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b, d], path two: [a]")]
    [TestCase("SET a[1] = :text ADD a[1] :two", "Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, [1]], path two: [a, [1]]")]
    [TestCase("SET a = (n + :two) + :two", "Invalid UpdateExpression: Syntax error; token: \"+\", near: \"n + :two\"")]
    [TestCase("SET (a) = :two", "Invalid UpdateExpression: Syntax error; token: \"(\", near: \"SET (a\"")]
    [TestCase("ADD n (:two)", "Invalid UpdateExpression: Syntax error; token: \"(\", near: \"n (:two\"")]
    [TestCase("SET a = n + n + n", "Invalid UpdateExpression: Syntax error; token: \"+\", near: \"n + n\"")]
    [TestCase("SET a", "Invalid UpdateExpression: Syntax error; token: \"<EOF>\", near: \"a\"")]
    [TestCase("CHANGE a", "Invalid UpdateExpression: Syntax error; token: \"CHANGE\", near: \"CHANGE a\"")]
    [TestCase("SET status = :text", "Invalid UpdateExpression: Attribute name is a reserved keyword; reserved keyword: status")]
    [TestCase("SET a = :other", "Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute value: :other")]
    public async Task An_update_that_cannot_be_is_refused(string update, string message)
    {
        var table = await TestTable.Make();
        await table.Put(("id", "1"), ("n", 5));

        var refusal = await Refusal.Of(Client.UpdateItemAsync(UpdateTrial.Request(table, update)));

        Assert.That(refusal, Is.EqualTo($"ValidationException: {message}"));
        Assert.That(await table.Get(("id", "1")), Is.EqualTo("id=1 n=5"));
    }

    /// <summary>The attributes that differ, on one line; one that is gone has no value.</summary>
    private static string Changes(Dictionary<string, AttributeValue> before, Dictionary<string, AttributeValue> after) => string.Join(
        ' ',
        before.Keys.Union(after.Keys)
            .Order(StringComparer.Ordinal)
            .Where(name => Show(before, name) != Show(after, name))
            .Select(name => Show(after, name)));

    private static string Show(Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? Attributes.Show(new Dictionary<string, AttributeValue> { [name] = value }) : $"{name}=";
}
