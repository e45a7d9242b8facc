using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using EmbeddedAws.Iam;

namespace EmbeddedAws.Tests.Iam;

/// <summary>The actions that a role needs to copy, to delete many objects, and to upload in parts.</summary>
public sealed class UploadRoleTests
{
    private EmbeddedCloud _cloud = null!;
    private IamRole _role = null!;
    private AmazonS3Client _owner = null!;
    private AmazonS3Client _s3 = null!;
    private string _upload = null!;

    [SetUp]
    public async Task StartACloudWithARole()
    {
        _cloud = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions());
        _role = _cloud.Iam.CreateRole("tested");
        var config = new AmazonS3Config { ServiceURL = _cloud.Endpoint.ToString(), AuthenticationRegion = "us-east-1", ForcePathStyle = true, MaxErrorRetry = 0 };
        _owner = new AmazonS3Client(AwsSurface.Credentials, config);
        _s3 = new AmazonS3Client(new SessionAWSCredentials(_role.AccessKeyId, _role.SecretAccessKey, "token"), config);
        await _owner.PutBucketAsync("bucket");
        await _owner.PutObjectAsync(new() { BucketName = "bucket", Key = "a", ContentBody = "x" });
        _upload = (await _owner.InitiateMultipartUploadAsync("bucket", "u")).UploadId;
    }

    [TearDown]
    public async Task StopTheCloud()
    {
        _owner.Dispose();
        _s3.Dispose();
        await _cloud.DisposeAsync();
    }

    [TestCase("ListObjects", "s3:ListBucket", "bucket")]
    [TestCase("GetBucketLocation", "s3:GetBucketLocation", "bucket")]
    [TestCase("ListMultipartUploads", "s3:ListBucketMultipartUploads", "bucket")]
    [TestCase("CreateMultipartUpload", "s3:PutObject", "bucket/u")]
    [TestCase("UploadPart", "s3:PutObject", "bucket/u")]
    [TestCase("CompleteMultipartUpload", "s3:PutObject", "bucket/u")]
    [TestCase("ListParts", "s3:ListMultipartUploadParts", "bucket/u")]
    [TestCase("AbortMultipartUpload", "s3:AbortMultipartUpload", "bucket/u")]
    public async Task An_operation_needs_its_action_on_the_bucket_or_the_object(string operation, string action, string resource)
    {
        Allow("other", "s3:GetObject", "arn:aws:s3:::bucket/*");
        var before = await ErrorOf(() => CallAsync(operation));
        Allow("test", action, $"arn:aws:s3:::{resource}");

        var after = await ErrorOf(() => CallAsync(operation));

        Assert.That(before, Is.EqualTo("AccessDenied"));
        // There is no such part: a request with permission gets that far.
        Assert.That(after, Is.EqualTo(operation == "CompleteMultipartUpload" ? "InvalidPart" : null));
    }

    [TestCase("s3:GetObject bucket/a, s3:PutObject bucket/copy", null)]
    [TestCase("s3:GetObject bucket/copy, s3:PutObject bucket/copy", "AccessDenied")]
    [TestCase("s3:GetObject bucket/a, s3:PutObject bucket/a", "AccessDenied")]
    [TestCase("s3:PutObject bucket/copy", "AccessDenied")]
    public async Task A_copy_needs_to_read_the_source_and_to_write_the_target(string allowed, string? error)
    {
        foreach (var parts in allowed.Split(", ").Select(text => text.Split(' ')))
            Allow(parts[0], parts[0], $"arn:aws:s3:::{parts[1]}");

        var denied = await ErrorOf(() => _s3.CopyObjectAsync("bucket", "a", "bucket", "copy"));
        var part = await ErrorOf(() => _s3.CopyPartAsync(new() { SourceBucket = "bucket", SourceKey = "a", DestinationBucket = "bucket", DestinationKey = "u", UploadId = _upload, PartNumber = 1 }));

        Assert.That((denied, part), Is.EqualTo((error, "AccessDenied")));
    }

    [Test]
    public async Task Of_many_keys_those_are_deleted_that_the_role_may_delete()
    {
        Allow("test", "s3:DeleteObject", "arn:aws:s3:::bucket/free/*");
        await _owner.PutObjectAsync(new() { BucketName = "bucket", Key = "free/b", ContentBody = "x" });

        var refused = (await Assert.ThrowsAsync<DeleteObjectsException>(() => _s3.DeleteObjectsAsync(new() { BucketName = "bucket", Objects = [new() { Key = "a" }, new() { Key = "free/b" }] })))!;
        var left = (await _owner.ListObjectsV2Async(new() { BucketName = "bucket" })).S3Objects;

        Assert.That(refused.Response.DeleteErrors.Select(error => (error.Key, error.Code)), Is.EqualTo([("a", "AccessDenied")]));
        Assert.That(refused.Response.DeletedObjects.Select(deleted => deleted.Key), Is.EqualTo(["free/b"]));
        Assert.That(left.Select(stored => stored.Key), Is.EqualTo(["a"]));
    }

    private Task CallAsync(string operation) => operation switch
    {
        "ListObjects" => _s3.ListObjectsAsync("bucket"),
        "GetBucketLocation" => _s3.GetBucketLocationAsync("bucket"),
        "ListMultipartUploads" => _s3.ListMultipartUploadsAsync("bucket"),
        "CreateMultipartUpload" => _s3.InitiateMultipartUploadAsync("bucket", "u"),
        "UploadPart" => _s3.UploadPartAsync(new() { BucketName = "bucket", Key = "u", UploadId = _upload, PartNumber = 1, InputStream = new MemoryStream([1]) }),
        "CompleteMultipartUpload" => _s3.CompleteMultipartUploadAsync(new() { BucketName = "bucket", Key = "u", UploadId = _upload, PartETags = [new PartETag(1, "none")] }),
        "ListParts" => _s3.ListPartsAsync("bucket", "u", _upload),
        "AbortMultipartUpload" => _s3.AbortMultipartUploadAsync("bucket", "u", _upload),
        _ => throw new ArgumentException(operation),
    };

    private void Allow(string name, string action, string resource) => _role.PutPolicy(name, new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonObject { ["Effect"] = "Allow", ["Action"] = action, ["Resource"] = resource },
    }.ToJsonString());

    private static async Task<string?> ErrorOf(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (AmazonServiceException exception)
        {
            return exception.ErrorCode;
        }
    }
}
