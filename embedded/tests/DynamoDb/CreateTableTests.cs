using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace EmbeddedAws.Tests.DynamoDb;

public sealed class CreateTableTests
{
    private const string Sound =
        """
        "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
        "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
        "BillingMode": "PAY_PER_REQUEST"
        """;

    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [Test]
    public async Task A_table_is_active_at_once()
    {
        var request = TestTable.Request(age: "N", indexes: TestTable.Index("by-owner", "owner", "age", "INCLUDE", "title"));

        var table = (await Client.CreateTableAsync(request)).TableDescription;

        Assert.That(table.TableStatus, Is.EqualTo(TableStatus.ACTIVE));
        Assert.That(table.TableArn, Is.EqualTo($"arn:aws:dynamodb:us-east-1:000000000000:table/{request.TableName}"));
        Assert.That(string.Join(", ", table.KeySchema.Select(key => $"{key.AttributeName} {key.KeyType}")), Is.EqualTo("id HASH, age RANGE"));
        Assert.That(table.BillingModeSummary.BillingMode, Is.EqualTo(BillingMode.PAY_PER_REQUEST));
        var index = table.GlobalSecondaryIndexes.Single();
        Assert.That(index.IndexStatus, Is.EqualTo(IndexStatus.ACTIVE));
        Assert.That(index.IndexArn, Is.EqualTo($"{table.TableArn}/index/by-owner"));
        Assert.That(index.Projection.NonKeyAttributes.Single(), Is.EqualTo("title"));
    }

    [Test]
    public async Task Provisioned_capacity_is_described()
    {
        var request = TestTable.Request();
        request.BillingMode = BillingMode.PROVISIONED;
        request.ProvisionedThroughput = new ProvisionedThroughput(3, 2);

        var table = (await Client.CreateTableAsync(request)).TableDescription;

        Assert.That(table.ProvisionedThroughput.ReadCapacityUnits, Is.EqualTo(3));
        Assert.That(table.ProvisionedThroughput.WriteCapacityUnits, Is.EqualTo(2));
        Assert.That(table.BillingModeSummary, Is.Null);
    }

    [Test]
    public async Task A_name_that_is_taken_is_refused()
    {
        var request = TestTable.Request();
        await Client.CreateTableAsync(request);

        var refusal = await Refusal.Of(Client.CreateTableAsync(request));

        Assert.That(refusal, Is.EqualTo($"ResourceInUseException: Table already exists: {request.TableName}"));
    }

    [Test]
    public async Task Of_many_that_make_one_table_at_once_one_succeeds()
    {
        var request = TestTable.Request();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Refusal.Of(Client.CreateTableAsync(request))));

        Assert.That(outcomes.Count(outcome => outcome == "no error"), Is.EqualTo(1));
        Assert.That(outcomes.Count(outcome => outcome.StartsWith("ResourceInUseException: ", StringComparison.Ordinal)), Is.EqualTo(7));
    }

    [TestCase("ab", "Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3")]
    [TestCase("a b", "Value 'a b' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+")]
    public async Task A_bad_name_is_refused(string name, string violation)
    {
        var outcome = await RawCall.Outcome("CreateTable", $$"""{"TableName": "{{name}}", {{Sound}}}""");

        Assert.That(outcome, Is.EqualTo($"ValidationException: 1 validation error detected: {violation}"));
    }

    [Test]
    public async Task All_broken_constraints_are_told_together()
    {
        var outcome = await RawCall.Outcome("CreateTable", """{"AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "X"}]}""");

        Assert.That(outcome, Is.EqualTo(
            "ValidationException: 4 validation errors detected: "
            + "Value null at 'tableName' failed to satisfy constraint: Member must not be null; "
            + "Value 'X' at 'attributeDefinitions.1.member.attributeType' failed to satisfy constraint: Member must satisfy enum value set: [B, N, S]; "
            + "Value null at 'keySchema' failed to satisfy constraint: Member must not be null; "
            + "Value '[]' at 'keySchema' failed to satisfy constraint: Member must have length greater than or equal to 1"));
    }

    [TestCase("", "Member must have length greater than or equal to 1")]
    [TestCase("$long", "Member must have length less than or equal to 255")]
    public async Task An_attribute_name_that_is_too_short_or_too_long_is_refused(string name, string constraint)
    {
        var request = TestTable.Request();
        var attribute = name.Replace("$long", new string('x', 256), StringComparison.Ordinal);
        request.AttributeDefinitions.Add(new AttributeDefinition(attribute, ScalarAttributeType.S));

        var refusal = await Refusal.Of(Client.CreateTableAsync(request));

        Assert.That(refusal, Is.EqualTo(
            $"ValidationException: 1 validation error detected: Value '{attribute}' at 'attributeDefinitions.2.member.attributeName' failed to satisfy constraint: {constraint}"));
    }

    [TestCase("id RANGE", "id", "Invalid KeySchema: The first KeySchemaElement is not a HASH key type")]
    [TestCase("id HASH, age HASH", "id, age", "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type")]
    [TestCase("id HASH, id RANGE", "id", "Both the Hash Key and the Range Key element in the KeySchema have the same name")]
    [TestCase("id HASH", "id, id", "Cannot have two attributes with the same name")]
    [TestCase("id HASH", "age", "One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [id], AttributeDefinitions: [age]")]
    [TestCase("id HASH", "id, age", "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions")]
    public async Task A_key_that_does_not_fit_is_refused(string schema, string definitions, string message)
    {
        var request = TestTable.Request();
        request.KeySchema = [.. schema.Split(", ").Select(key => key.Split(' ')).Select(key => new KeySchemaElement(key[0], key[1]))];
        request.AttributeDefinitions = [.. definitions.Split(", ").Select(name => new AttributeDefinition(name, ScalarAttributeType.S))];

        var refusal = await Refusal.Of(Client.CreateTableAsync(request));

        Assert.That(refusal, Is.EqualTo($"ValidationException: {message}"));
    }

    [TestCase("INCLUDE", "", "ProjectionType is INCLUDE, but NonKeyAttributes is not specified")]
    [TestCase("ALL", "title", "ProjectionType is ALL, but NonKeyAttributes is specified")]
    [TestCase("KEYS_ONLY", "title", "ProjectionType is KEYS_ONLY, but NonKeyAttributes is specified")]
    public async Task A_projection_that_contradicts_itself_is_refused(string type, string include, string message)
    {
        var index = TestTable.Index("by-owner", "owner", null, type, include.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        var refusal = await Refusal.Of(Client.CreateTableAsync(TestTable.Request(indexes: index)));

        Assert.That(refusal, Is.EqualTo($"ValidationException: One or more parameter values were invalid: {message}"));
    }

    [Test]
    public async Task Two_indexes_of_one_name_are_refused()
    {
        var index = TestTable.Index("by-owner", "owner");

        var refusal = await Refusal.Of(Client.CreateTableAsync(TestTable.Request(indexes: [index, index])));

        Assert.That(refusal, Is.EqualTo("ValidationException: One or more parameter values were invalid: Duplicate index name: by-owner"));
    }

    [TestCase("\"BillingMode\": \"PROVISIONED\"", "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED")]
    [TestCase("\"BillingMode\": \"PAY_PER_REQUEST\", \"ProvisionedThroughput\": {\"ReadCapacityUnits\": 1, \"WriteCapacityUnits\": 1}",
        "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST")]
    [TestCase("\"BillingMode\": \"PAY_PER_REQUEST\", \"GlobalSecondaryIndexes\": []", "List of GlobalSecondaryIndexes is empty")]
    public async Task Capacity_has_to_fit_the_billing_mode(string members, string message)
    {
        var sound = Sound.Replace("\"BillingMode\": \"PAY_PER_REQUEST\"", members, StringComparison.Ordinal);

        var outcome = await RawCall.Outcome("CreateTable", $$"""{"TableName": "{{TestTable.RandomName()}}", {{sound}}}""");

        Assert.That(outcome, Is.EqualTo($"ValidationException: One or more parameter values were invalid: {message}"));
    }
}
