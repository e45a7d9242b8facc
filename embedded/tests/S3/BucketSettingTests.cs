using System.Text;

namespace EmbeddedAws.Tests.S3;

/// <summary>A setting of a bucket is returned as it was put; reading one that is not set has its own error code.</summary>
public sealed class BucketSettingTests
{
    private const string Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    private const string Rule =
        "<Rule><ID>a</ID><Filter><Prefix>x/</Prefix></Filter><Status>Enabled</Status><Expiration><Days>3</Days></Expiration></Rule>";

    [TestCase("versioning", "VersioningConfiguration", "<Status>Enabled</Status>")]
    [TestCase("versioning", "VersioningConfiguration", "<Status>Suspended</Status>")]
    [TestCase("lifecycle", "LifecycleConfiguration", Rule)]
    [TestCase("lifecycle", "LifecycleConfiguration", "<Rule><ID>b</ID><Filter><And><Prefix>x</Prefix><Tag><Key>k</Key><Value>v</Value></Tag></And></Filter><Status>Disabled</Status><Transition><Days>0</Days><StorageClass>GLACIER</StorageClass></Transition></Rule>")]
    [TestCase("encryption", "ServerSideEncryptionConfiguration", "<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>key</KMSMasterKeyID></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled></Rule>")]
    [TestCase("publicAccessBlock", "PublicAccessBlockConfiguration", "<BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>false</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>false</RestrictPublicBuckets>")]
    [TestCase("ownershipControls", "OwnershipControls", "<Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule>")]
    [TestCase("tagging", "Tagging", "<TagSet><Tag><Key>stage</Key><Value>a &amp; b</Value></Tag><Tag><Key>empty</Key><Value></Value></Tag></TagSet>")]
    public async Task A_setting_is_given_back_as_it_was_put(string setting, string root, string content)
    {
        var bucket = await TestBucket.CreateAsync();

        var put = await Wire.PutAsync($"/{bucket}?{setting}", Xml(root, content));
        var get = await Wire.GetAsync($"/{bucket}?{setting}");

        Assert.That(put.Status, Is.EqualTo(setting == "tagging" ? 204 : 200));
        Assert.That(Encoding.UTF8.GetString(get.Body).Replace(" />", "/>", StringComparison.Ordinal), Does.EndWith($"<{root} xmlns=\"{Namespace}\">{content.Replace("<Value></Value>", "<Value/>", StringComparison.Ordinal)}</{root}>"));
    }

    [TestCase("lifecycle", "NoSuchLifecycleConfiguration")]
    [TestCase("policy", "NoSuchBucketPolicy")]
    [TestCase("tagging", "NoSuchTagSet")]
    [TestCase("publicAccessBlock", "NoSuchPublicAccessBlockConfiguration")]
    [TestCase("ownershipControls", "OwnershipControlsNotFoundError")]
    public async Task A_setting_that_is_deleted_is_not_there_and_may_be_deleted_again(string setting, string code)
    {
        var bucket = await TestBucket.CreateAsync();

        var first = await Wire.SendAsync("DELETE", $"/{bucket}?{setting}", null);
        var second = await Wire.SendAsync("DELETE", $"/{bucket}?{setting}", null);
        var get = await Wire.GetAsync($"/{bucket}?{setting}");

        Assert.That((first.Status, second.Status), Is.EqualTo((204, 204)));
        Assert.That(get, Is.Refused(404, code));
        Assert.That(get.Element("BucketName"), Is.EqualTo(bucket));
    }

    [TestCase("object-lock", "ObjectLockConfigurationNotFoundError")]
    [TestCase("replication", "ReplicationConfigurationNotFoundError")]
    [TestCase("website", "NoSuchWebsiteConfiguration")]
    public async Task What_no_bucket_has_is_not_there(string setting, string code)
    {
        var bucket = await TestBucket.CreateAsync();

        var get = await Wire.GetAsync($"/{bucket}?{setting}");
        var missing = await Wire.GetAsync($"/{TestBucket.Name()}?{setting}");

        Assert.That(get, Is.Refused(404, code));
        Assert.That(missing, Is.Refused(404, "NoSuchBucket"));
    }

    [TestCase("accelerate", "<AccelerateConfiguration xmlns=\"{0}\" />")]
    [TestCase("logging", "<BucketLoggingStatus xmlns=\"{0}\" />")]
    [TestCase("notification", "<NotificationConfiguration xmlns=\"{0}\" />")]
    [TestCase("requestPayment", "<Payer>BucketOwner</Payer></RequestPaymentConfiguration>")]
    [TestCase("abac", "<Status>Disabled</Status></AbacStatus>")]
    [TestCase("acl", "<Permission>FULL_CONTROL</Permission></Grant></AccessControlList></AccessControlPolicy>")]
    [TestCase("encryption", "<SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>")]
    [TestCase("publicAccessBlock", "<BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>")]
    [TestCase("ownershipControls", "<ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>")]
    public async Task A_new_bucket_has_what_S3_gives_it(string setting, string end)
    {
        var bucket = await TestBucket.CreateAsync();

        var get = await Wire.GetAsync($"/{bucket}?{setting}");

        Assert.That(get.Status, Is.EqualTo(200));
        Assert.That(Encoding.UTF8.GetString(get.Body), Does.EndWith(end.Replace("{0}", Namespace, StringComparison.Ordinal)));
    }

    [TestCase("versioning", "VersioningConfiguration", "<Status>On</Status>", "MalformedXML")]
    [TestCase("versioning", "VersioningConfiguration", "", "IllegalVersioningConfigurationException")]
    [TestCase("versioning", "Versioning", "<Status>Enabled</Status>", "MalformedXML")]
    [TestCase("encryption", "ServerSideEncryptionConfiguration", "<Rule><Other/></Rule>", "MalformedXML")]
    [TestCase("encryption", "ServerSideEncryptionConfiguration", "<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm><KMSMasterKeyID>k</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></Rule>", "InvalidArgument")]
    [TestCase("publicAccessBlock", "PublicAccessBlockConfiguration", "<BlockPublicAcls>yes</BlockPublicAcls>", "MalformedXML")]
    [TestCase("ownershipControls", "OwnershipControls", "<Rule><ObjectOwnership>Nobody</ObjectOwnership></Rule>", "MalformedXML")]
    [TestCase("tagging", "Tagging", "<TagSet><Tag><Key>a</Key></Tag></TagSet>", "MalformedXML")]
    [TestCase("tagging", "Tagging", "<TagSet><Tag><Key></Key><Value/></Tag></TagSet>", "InvalidTag")]
    [TestCase("tagging", "Tagging", "<TagSet><Tag><Key>aws:a</Key><Value/></Tag></TagSet>", "InvalidTag")]
    [TestCase("tagging", "Tagging", "<TagSet><Tag><Key>a</Key><Value/></Tag><Tag><Key>a</Key><Value/></Tag></TagSet>", "InvalidTag")]
    [TestCase("lifecycle", "LifecycleConfiguration", "", "MalformedXML")]
    [TestCase("lifecycle", "LifecycleConfiguration", Rule + Rule, "InvalidArgument")]
    [TestCase("lifecycle", "LifecycleConfiguration", "<Rule><Filter/><Status>Enabled</Status></Rule>", "InvalidRequest")]
    [TestCase("lifecycle", "LifecycleConfiguration", "<Rule><Status>Enabled</Status><Expiration><Days>1</Days></Expiration></Rule>", "MalformedXML")]
    [TestCase("lifecycle", "LifecycleConfiguration", "<Rule><Filter/><Status>Enabled</Status><Expiration><Days>0</Days></Expiration></Rule>", "InvalidArgument")]
    [TestCase("lifecycle", "LifecycleConfiguration", "<Rule><Filter/><Status>Enabled</Status><Expiration><Date>2030-01-01T01:00:00Z</Date></Expiration></Rule>", "MalformedXML")]
    public async Task A_setting_that_is_wrong_is_refused(string setting, string root, string content, string code)
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await Wire.PutAsync($"/{bucket}?{setting}", Xml(root, content));
        var missing = await Wire.PutAsync($"/{TestBucket.Name()}?lifecycle", Xml("LifecycleConfiguration", Rule));

        Assert.That(answer, Is.Refused(400, code));
        Assert.That(missing, Is.Refused(404, "NoSuchBucket"));
    }

    [Test]
    public async Task The_settings_go_with_their_bucket()
    {
        var bucket = await TestBucket.CreateAsync();
        await Wire.PutAsync($"/{bucket}?lifecycle", Xml("LifecycleConfiguration", Rule));

        await AwsSurface.S3.DeleteBucketAsync(bucket);
        await AwsSurface.S3.PutBucketAsync(bucket);
        var get = await Wire.GetAsync($"/{bucket}?lifecycle");

        Assert.That(get, Is.Refused(404, "NoSuchLifecycleConfiguration"));
    }

    [Test]
    public async Task The_settings_outlive_the_cloud()
    {
        var folder = Directory.CreateTempSubdirectory("s3-settings-").FullName;
        await using (var first = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = folder }))
        {
            await Wire.PutAsync($"{first.Endpoint}bucket", Xml("CreateBucketConfiguration", "<Tags><Tag><Key>a</Key><Value>b</Value></Tag></Tags>"));
            await Wire.PutAsync($"{first.Endpoint}bucket?versioning", Xml("VersioningConfiguration", "<Status>Suspended</Status>"));
        }

        await using (var second = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = folder }))
        {
            var versioning = await Wire.GetAsync($"{second.Endpoint}bucket?versioning");
            var tags = await Wire.GetAsync($"{second.Endpoint}bucket?tagging");

            Assert.That(versioning.Element("Status"), Is.EqualTo("Suspended"));
            Assert.That(tags.Element("TagSet"), Is.EqualTo("ab"));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static byte[] Xml(string root, string content) => Encoding.UTF8.GetBytes($"<{root} xmlns=\"{Namespace}\">{content}</{root}>");
}
