using System.Text.Json.Nodes;

namespace ImageService.E2E.Stack;

/// <summary>The bucket is private; on production it survives mistakes.</summary>
public sealed class BucketTests
{
    private static readonly string[] Settings =
    [
        "BucketPublicAccessBlock", "BucketServerSideEncryptionConfiguration", "BucketCorsConfiguration", "BucketVersioning",
        "BucketLifecycleConfiguration", "BucketPolicy",
    ];

    [Test]
    public async Task It_is_closed_to_the_public_in_all_four_ways()
    {
        foreach (var run in new[] { await StackRun.Local(), await StackRun.Prod() })
        {
            var block = run.The("BucketPublicAccessBlock").Inputs;

            Assert.That((string?)block["bucket"], Is.EqualTo(await run.BucketName));
            foreach (var way in (string[])["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"])
                Assert.That((bool?)block[way], Is.True, way);
        }
    }

    [Test]
    public async Task It_is_encrypted()
    {
        var run = await StackRun.Prod();

        var rule = run.The("BucketServerSideEncryptionConfiguration").Inputs["rules"]![0]!;

        Assert.That((string?)rule["applyServerSideEncryptionByDefault"]!["sseAlgorithm"], Is.EqualTo("AES256"));
    }

    [Test]
    public async Task It_refuses_requests_without_TLS()
    {
        var run = await StackRun.Prod();

        var policy = run.The("BucketPolicy");

        var bucket = (string?)run.The("Bucket").Outputs["arn"];
        var expected = $$"""
            {
              "Version": "2012-10-17",
              "Statement": [{
                "Effect": "Deny", "Principal": "*", "Action": ["s3:*"], "Resource": ["{{bucket}}", "{{bucket}}/*"],
                "Condition": { "Bool": { "aws:SecureTransport": "false" } }
              }]
            }
            """;
        Assert.That(policy.Text("bucket"), Is.EqualTo(await run.BucketName));
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(policy.Text("policy")!), JsonNode.Parse(expected)), policy.Text("policy"));
    }

    [Test]
    public async Task LocalStack_has_no_TLS()
    {
        var run = await StackRun.Local();

        Assert.That(run.All("BucketPolicy"), Is.Empty);
    }

    [Test]
    public async Task Pages_of_the_origin_may_use_presigned_URLs()
    {
        var run = await StackRun.Prod(("corsOrigin", "https://example.com"));

        var rules = run.The("BucketCorsConfiguration").Inputs["corsRules"]!;

        Assert.That(rules.ToJsonString(), Is.EqualTo(PlainJson.Compact(
            """
            [
              {
                "allowedHeaders": ["*"],
                "allowedMethods": ["GET", "HEAD", "PUT"],
                "allowedOrigins": ["https://example.com"],
                "exposeHeaders": ["ETag", "Content-Disposition", "Content-Range", "Accept-Ranges"],
                "maxAgeSeconds": 3600
              }
            ]
            """)));
    }

    [Test]
    public async Task All_of_this_is_about_the_one_bucket()
    {
        var run = await StackRun.Prod(("infrequentAccessDays", "90"));

        var settings = Settings.SelectMany(run.All).ToArray();

        Assert.That(settings, Has.Length.EqualTo(Settings.Length));
        Assert.That(settings.Select(setting => setting.Text("bucket")), Is.All.EqualTo((string?)run.The("Bucket").Outputs["id"]));
    }

    [Test]
    public async Task On_production_it_keeps_what_was_deleted_for_a_while()
    {
        var run = await StackRun.Prod(("noncurrentVersionDays", "60"), ("infrequentAccessDays", "90"));

        var rules = run.The("BucketLifecycleConfiguration").Inputs["rules"]!;

        Assert.That((string?)run.The("BucketVersioning").Inputs["versioningConfiguration"]!["status"], Is.EqualTo("Enabled"));
        Assert.That(rules[1]!.ToJsonString(), Is.EqualTo(PlainJson.Compact(
            """
            {
              "expiration": { "expiredObjectDeleteMarker": true },
              "filter": { "prefix": "" },
              "id": "remove-old-versions",
              "noncurrentVersionExpiration": { "noncurrentDays": 60 },
              "status": "Enabled"
            }
            """)));
        Assert.That(rules[2]!.ToJsonString(), Is.EqualTo(PlainJson.Compact(
            """
            {
              "filter": { "prefix": "" },
              "id": "move-to-infrequent-access",
              "status": "Enabled",
              "transitions": [
                { "days": 90, "storageClass": "STANDARD_IA" }
              ]
            }
            """)));
    }

    [TestCase(null, 30)]
    [TestCase("7", 7)]
    public async Task It_removes_variants_after_some_weeks(string? configured, int days)
    {
        var run = await (configured is null ? StackRun.Local() : StackRun.Local(("variantDays", configured)));

        var rules = run.The("BucketLifecycleConfiguration").Inputs["rules"]!;

        Assert.That(rules.ToJsonString(), Is.EqualTo(PlainJson.Compact(
            $$"""
            [
              {
                "expiration": { "days": {{days}} },
                "filter": { "prefix": "variants/" },
                "id": "remove-variants",
                "status": "Enabled"
              }
            ]
            """)));
    }

    [Test]
    public async Task On_LocalStack_it_can_be_removed_with_all_that_is_in_it()
    {
        var local = await StackRun.Local();
        var prod = await StackRun.Prod();

        Assert.That((bool?)local.The("Bucket").Inputs["forceDestroy"], Is.True);
        Assert.That((bool?)prod.The("Bucket").Inputs["forceDestroy"], Is.False);
        Assert.That(local.All("BucketVersioning"), Is.Empty);
    }

    [Test]
    public async Task Its_name_is_fixed_on_LocalStack_and_on_AWS_unless_configured_unique()
    {
        var local = await StackRun.Local();
        var prod = await StackRun.Prod();
        var named = await StackRun.Prod(("bucketName", "images-of-example-com"));

        Assert.That(await local.BucketName, Is.EqualTo("image-storage-bucket"));
        Assert.That(prod.The("Bucket").Inputs.ContainsKey("bucket"), Is.False);
        Assert.That(await prod.BucketName, Is.EqualTo((string?)prod.The("Bucket").Outputs["bucket"]));
        Assert.That(await named.BucketName, Is.EqualTo("images-of-example-com"));
    }
}
