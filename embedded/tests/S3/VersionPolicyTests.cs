using Amazon.Runtime;
using Amazon.S3;
using EmbeddedAws.Iam;

namespace EmbeddedAws.Tests.S3;

/// <summary>Versions have their own permissions: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html</summary>
public sealed class VersionPolicyTests
{
    private EmbeddedCloud _cloud = null!;
    private IamRole _role = null!;
    private IAmazonS3 _s3 = null!;
    private string _version = "";

    [SetUp]
    public async Task StartACloudWithARoleAndAVersion()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        _role = _cloud.Iam.CreateRole("reader");
        _s3 = AwsSurface.S3Of(_cloud, new SessionAWSCredentials(_role.AccessKeyId, _role.SecretAccessKey, "token"));
        await Wire.PutAsync($"{_cloud.Endpoint}photos", []);
        await VersionedBucket.SetAsync($"{_cloud.Endpoint}photos", "Enabled");
        _version = await VersionedBucket.PutAsync($"{_cloud.Endpoint}photos/a", "text");
    }

    [TearDown]
    public async Task StopTheCloud()
    {
        _s3.Dispose();
        await _cloud.DisposeAsync();
    }

    [TestCase("s3:GetObject", "s3:GetObjectVersion", "get")]
    [TestCase("s3:PutObject\",\"s3:GetObject", "s3:PutObject\",\"s3:GetObjectVersion", "copy")]
    [TestCase("s3:DeleteObject", "s3:DeleteObjectVersion", "delete")]
    [TestCase("s3:DeleteObject", "s3:DeleteObjectVersion", "delete several")]
    [TestCase("s3:ListBucket", "s3:ListBucketVersions", "list")]
    public async Task A_version_needs_the_permission_for_versions(string forObjects, string forVersions, string call)
    {
        Allow(forObjects);
        var refused = await MayAsync(call);

        Allow(forVersions);
        var allowed = await MayAsync(call);

        Assert.That((refused, allowed), Is.EqualTo((false, true)));
    }

    private void Allow(string actions) => _role.PutPolicy("p", $$"""{"Statement":[{"Effect":"Allow","Action":["{{actions}}"],"Resource":"*"}]}""");

    private async Task<bool> MayAsync(string call)
    {
        try
        {
            await CallAsync(call);
            return true;
        }
        catch (DeleteObjectsException refusal) when (refusal.Response.DeleteErrors.Single().Code == "AccessDenied")
        {
            return false;
        }
        catch (AmazonS3Exception refusal) when (refusal.ErrorCode == "AccessDenied")
        {
            return false;
        }
    }

    private Task CallAsync(string call) => call switch
    {
        "get" => _s3.GetObjectAsync("photos", "a", _version),
        "copy" => _s3.CopyObjectAsync(new() { SourceBucket = "photos", SourceKey = "a", SourceVersionId = _version, DestinationBucket = "photos", DestinationKey = "b" }),
        "delete" => _s3.DeleteObjectAsync("photos", "a", _version),
        "delete several" => _s3.DeleteObjectsAsync(new() { BucketName = "photos", Objects = [new() { Key = "a", VersionId = _version }] }),
        _ => _s3.ListVersionsAsync("photos"),
    };
}
