using System.Text.Json.Nodes;
using ImageService.Handlers.Storage;

namespace ImageService.E2E.Stack;

/// <summary>The table has the keys and indexes that the handlers query; on production it survives mistakes.</summary>
public sealed class TableTests
{
    [Test]
    public async Task Its_key_is_the_one_of_the_handlers()
    {
        var run = await StackRun.Prod();

        var table = run.The("Table").Inputs;

        Assert.That((string?)table["hashKey"], Is.EqualTo(TableSchema.Id.Name));
        Assert.That(table.ContainsKey("rangeKey"), Is.False);
    }

    [Test]
    public async Task Its_indexes_are_those_of_the_handlers()
    {
        var run = await StackRun.Prod();

        var indexes = run.The("Table").Inputs["globalSecondaryIndexes"]!.AsArray().Select(index =>
            $"{index!["name"]} {string.Join(' ', index["keySchemas"]!.AsArray().Select(Key))} {index["projectionType"]}");

        Assert.That(indexes, Is.EquivalentTo(
            TableSchema.Indexes.Select(index => $"{index.Name} HASH={index.PartitionKey.Name} RANGE={index.SortKey.Name} ALL")));
    }

    [Test]
    public async Task It_declares_the_key_attributes_and_no_other()
    {
        var run = await StackRun.Prod();

        var attributes = run.The("Table").Inputs["attributes"]!.AsArray().Select(attribute => $"{attribute!["name"]} {attribute["type"]}");

        Assert.That(attributes, Is.EquivalentTo(["id S", "shard N", "fileNameKey S", "owner S"]));
    }

    [Test]
    public async Task It_is_paid_by_request_encrypted_and_forgets_what_expires()
    {
        var run = await StackRun.Local();

        var table = run.The("Table").Inputs;

        Assert.That((string?)table["billingMode"], Is.EqualTo("PAY_PER_REQUEST"));
        Assert.That((bool?)table["serverSideEncryption"]!["enabled"], Is.True);
        Assert.That(JsonNode.DeepEquals(table["ttl"], new JsonObject { ["attributeName"] = "expiresAt", ["enabled"] = true }));
    }

    [Test]
    public async Task Production_protects_it_and_LocalStack_does_not()
    {
        var prod = (await StackRun.Prod()).The("Table").Inputs;
        var local = (await StackRun.Local()).The("Table").Inputs;

        Assert.That((bool?)prod["deletionProtectionEnabled"], Is.True);
        Assert.That((bool?)prod["pointInTimeRecovery"]!["enabled"], Is.True);
        Assert.That((bool?)local["deletionProtectionEnabled"], Is.False);
        Assert.That((bool?)local["pointInTimeRecovery"]!["enabled"], Is.False);
    }

    [Test]
    public async Task Its_name_is_fixed_on_LocalStack_and_on_AWS_unless_configured_made_up()
    {
        var local = await StackRun.Local();
        var prod = await StackRun.Prod();
        var named = await StackRun.Prod(("tableName", "Images"));

        Assert.That(await local.TableName, Is.EqualTo("ImageMetadata"));
        Assert.That(prod.The("Table").Inputs.ContainsKey("name"), Is.False);
        Assert.That(await named.TableName, Is.EqualTo("Images"));
    }

    private static string Key(JsonNode? key) => $"{key!["keyType"]}={key["attributeName"]}";
}
