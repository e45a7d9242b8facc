using Amazon.DynamoDBv2;

namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>What is kept for a table and has no effect on its items.</summary>
public sealed class TableSettingsTests
{
    private static IAmazonDynamoDB Client => AwsSurface.DynamoDb;

    [Test]
    public async Task Tags_come_with_the_table_and_change_afterwards()
    {
        var request = TestTable.Request();
        request.Tags = [new() { Key = "stage", Value = "one" }, new() { Key = "team", Value = "images" }];
        var arn = (await Client.CreateTableAsync(request)).TableDescription.TableArn;

        await Client.TagResourceAsync(new() { ResourceArn = arn, Tags = [new() { Key = "stage", Value = "two" }] });
        await Client.UntagResourceAsync(new() { ResourceArn = arn, TagKeys = ["team", "none"] });
        var tags = (await Client.ListTagsOfResourceAsync(new() { ResourceArn = arn })).Tags;

        Assert.That(tags.Select(tag => $"{tag.Key}={tag.Value}"), Is.EqualTo(["stage=two"]));
    }

    [Test]
    public async Task A_table_that_is_missing_has_no_settings()
    {
        var tags = await Refusal.Of(Client.ListTagsOfResourceAsync(new() { ResourceArn = "arn:aws:dynamodb:us-east-1:000000000000:table/missing" }));
        var backups = await Refusal.Of(Client.DescribeContinuousBackupsAsync(new() { TableName = "missing" }));
        var expiry = await Refusal.Of(Client.DescribeTimeToLiveAsync("missing"));

        Assert.That(new[] { tags, backups, expiry }, Is.All.StartsWith("ResourceNotFoundException"));
    }

    [Test]
    public async Task The_backups_of_every_moment_are_on_or_off()
    {
        var table = await TestTable.Make();

        var before = (await Client.DescribeContinuousBackupsAsync(new() { TableName = table.Name })).ContinuousBackupsDescription;
        await Client.UpdateContinuousBackupsAsync(new() { TableName = table.Name, PointInTimeRecoverySpecification = new() { PointInTimeRecoveryEnabled = true, RecoveryPeriodInDays = 7 } });
        var after = (await Client.DescribeContinuousBackupsAsync(new() { TableName = table.Name })).ContinuousBackupsDescription;

        Assert.That((before.ContinuousBackupsStatus.Value, before.PointInTimeRecoveryDescription.PointInTimeRecoveryStatus.Value), Is.EqualTo(("ENABLED", "DISABLED")));
        Assert.That((after.PointInTimeRecoveryDescription.PointInTimeRecoveryStatus.Value, after.PointInTimeRecoveryDescription.RecoveryPeriodInDays), Is.EqualTo(("ENABLED", 7)));
        Assert.That(after.PointInTimeRecoveryDescription.EarliestRestorableDateTime, Is.EqualTo(DateTime.UtcNow).Within(1).Minutes);
    }

    [TestCase(null, "arn:aws:kms:us-east-1:000000000000:key/dynamodb")]
    [TestCase("alias/aws/dynamodb", "arn:aws:kms:us-east-1:000000000000:key/dynamodb")]
    [TestCase("arn:aws:kms:us-east-1:000000000000:key/own", "arn:aws:kms:us-east-1:000000000000:key/own")]
    public async Task The_key_of_a_table_is_told_as_the_account_sees_it(string? key, string arn)
    {
        var request = TestTable.Request();
        request.SSESpecification = new() { Enabled = true, SSEType = SSEType.KMS, KMSMasterKeyId = key };
        request.TableClass = TableClass.STANDARD;
        request.StreamSpecification = new() { StreamEnabled = false };

        var created = (await Client.CreateTableAsync(request)).TableDescription;
        var updated = (await Client.UpdateTableAsync(new() { TableName = request.TableName, SSESpecification = new() { Enabled = false } })).TableDescription;

        Assert.That((created.SSEDescription.Status.Value, created.SSEDescription.SSEType.Value, created.SSEDescription.KMSMasterKeyArn), Is.EqualTo(("ENABLED", "KMS", arn)));
        Assert.That((created.TableClassSummary.TableClass.Value, updated.SSEDescription), Is.EqualTo(("STANDARD", (object?)null)));
    }
}
