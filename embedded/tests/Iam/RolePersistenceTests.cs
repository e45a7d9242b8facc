namespace EmbeddedAws.Tests.Iam;

/// <summary>Roles in a cloud whose data stays.</summary>
public sealed class RolePersistenceTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeAFolder() => _folder = Directory.CreateTempSubdirectory("roles-");

    [TearDown]
    public void RemoveTheFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task A_role_keeps_its_policies_and_credentials()
    {
        await using var before = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = _folder.FullName });
        var role = before.Iam.CreateRole("resizer");
        role.PutPolicy("read", """{"Statement":[{"Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*"}]}""");
        await before.DisposeAsync();

        await using var after = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = _folder.FullName });
        using var s3 = AwsSurface.S3Of(after, new Amazon.Runtime.BasicAWSCredentials(role.AccessKeyId, role.SecretAccessKey));
        var buckets = await s3.ListBucketsAsync();

        Assert.That(buckets.Buckets ?? [], Is.Empty);
        Assert.That(after.Iam.Role("resizer").Statements.Single().Actions, Is.EqualTo(["s3:ListAllMyBuckets"]));
    }

    [Test]
    public async Task A_role_that_was_deleted_has_no_credentials()
    {
        await using var cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = _folder.FullName });
        var role = cloud.Iam.CreateRole("resizer");
        await cloud.CallAsync("iam", "DeleteRole", """{"RoleName":"resizer"}""");
        cloud.Iam.CreateRole("resizer").PutPolicy("all", """{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""");

        using var s3 = AwsSurface.S3Of(cloud, new Amazon.Runtime.BasicAWSCredentials(role.AccessKeyId, role.SecretAccessKey));

        Assert.That(async () => await s3.ListBucketsAsync(), Throws.TypeOf<Amazon.S3.AmazonS3Exception>().With.Property("ErrorCode").EqualTo("InvalidAccessKeyId"));
        Assert.That(role.Statements, Is.Empty);
    }
}
