using System.Text;
using Amazon.S3.Model;

namespace EmbeddedAws.Tests.S3;

/// <summary>The CORS configuration of a bucket.</summary>
public sealed class BucketCorsTests
{
    [Test]
    public async Task The_rules_are_kept_as_they_were_put()
    {
        var bucket = await TestBucket.CreateAsync();
        var rule = new CORSRule
        {
            Id = "pages",
            AllowedOrigins = ["https://*.example.com", "http://localhost"],
            AllowedMethods = ["GET", "PUT"],
            AllowedHeaders = ["x-amz-*", "Content-Type"],
            ExposeHeaders = ["ETag", "Content-Range"],
            MaxAgeSeconds = 0,
        };
        var other = new CORSRule { AllowedOrigins = ["*"], AllowedMethods = ["HEAD"] };

        await AwsSurface.S3.PutCORSConfigurationAsync(bucket, new CORSConfiguration { Rules = [rule, other] });
        var got = (await AwsSurface.S3.GetCORSConfigurationAsync(bucket)).Configuration.Rules;

        Assert.That(got.Select(Show), Is.EqualTo([Show(rule), Show(other)]));
    }

    [Test]
    public async Task A_bucket_without_rules_says_so()
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await Wire.GetAsync($"/{bucket}?cors");
        var missing = await Wire.GetAsync("/no-such-bucket?cors");

        Assert.That(answer, Is.Refused(404, "NoSuchCORSConfiguration"));
        Assert.That(answer.Element("BucketName"), Is.EqualTo(bucket));
        Assert.That(missing, Is.Refused(404, "NoSuchBucket"));
    }

    [Test]
    public async Task Deleted_rules_are_gone_and_may_be_deleted_again()
    {
        var bucket = await TestCors.PutAsync(await TestBucket.CreateAsync());

        await AwsSurface.S3.DeleteCORSConfigurationAsync(bucket);
        var again = await Wire.SendAsync("DELETE", $"/{bucket}?cors", null);
        var get = await Wire.GetAsync($"/{bucket}?cors");
        var preflight = await TestCors.PreflightAsync($"/{bucket}/a");

        Assert.That(again.Status, Is.EqualTo(204));
        Assert.That(get, Is.Refused(404, "NoSuchCORSConfiguration"));
        Assert.That(preflight, Is.Refused(403, "AccessForbidden"));
    }

    [Test]
    public async Task The_rules_go_with_their_bucket()
    {
        var bucket = await TestCors.PutAsync(await TestBucket.CreateAsync());

        await AwsSurface.S3.DeleteBucketAsync(bucket);
        await AwsSurface.S3.PutBucketAsync(bucket);
        var get = await Wire.GetAsync($"/{bucket}?cors");

        Assert.That(get, Is.Refused(404, "NoSuchCORSConfiguration"));
    }

    [Test]
    public async Task The_rules_outlive_the_cloud()
    {
        var folder = Directory.CreateTempSubdirectory("s3-cors-").FullName;
        await using (var first = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = folder }))
        {
            await Wire.PutAsync($"{first.Endpoint}bucket", []);
            await Wire.PutAsync($"{first.Endpoint}bucket?cors", TestCors.Xml(TestCors.Rule));
        }

        await using (var second = await EmbeddedCloud.StartAsync(new EmbeddedCloudOptions { DataFolder = folder, AllowedOrigins = [TestCors.Origin] }))
        {
            var preflight = await TestCors.PreflightAsync($"{second.Endpoint}bucket/a");

            Assert.That(preflight.Status, Is.EqualTo(200));
        }

        Directory.Delete(folder, recursive: true);
    }

    [TestCase("", "MalformedXML")]
    [TestCase("<CORSRule><AllowedMethod>GET</AllowedMethod></CORSRule>", "MalformedXML")]
    [TestCase("<CORSRule><AllowedOrigin>*</AllowedOrigin></CORSRule>", "MalformedXML")]
    [TestCase("<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod><Other/></CORSRule>", "MalformedXML")]
    [TestCase("<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod><MaxAgeSeconds>-1</MaxAgeSeconds></CORSRule>", "MalformedXML")]
    [TestCase("<CORSRule><ID>a</ID><ID>b</ID><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>", "MalformedXML")]
    [TestCase("<Rule/>", "MalformedXML")]
    [TestCase("<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>PATCH</AllowedMethod></CORSRule>", "InvalidRequest", "Found unsupported HTTP method in CORS config. Unsupported method is PATCH")]
    [TestCase("<CORSRule><AllowedOrigin>*.*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>", "InvalidRequest", "AllowedOrigin \"*.*\" can not have more than one wildcard.")]
    [TestCase("<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod><AllowedHeader>*-*</AllowedHeader></CORSRule>", "InvalidRequest", "AllowedHeader \"*-*\" can not have more than one wildcard.")]
    [TestCase("<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod><ExposeHeader>*</ExposeHeader></CORSRule>", "InvalidRequest", "ExposeHeader \"*\" contains wildcard. We currently do not support wildcard for ExposeHeader.")]
    public async Task Rules_that_are_wrong_are_refused(string rules, string code, string? message = null)
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await Wire.PutAsync($"/{bucket}?cors", TestCors.Xml(rules));
        var get = await Wire.GetAsync($"/{bucket}?cors");

        Assert.That(answer, Is.Refused(400, code));
        Assert.That(answer.Element("Message"), message is null ? Is.Not.Null : Is.EqualTo(message));
        Assert.That(get.Status, Is.EqualTo(404));
    }

    [TestCase("<Other/>")]
    [TestCase("no xml")]
    [TestCase("")]
    [TestCase("<CORSConfiguration><CORSRule><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></CORSRule></CORSConfiguration>")]
    public async Task A_body_that_is_not_a_configuration_is_malformed(string body)
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await Wire.PutAsync($"/{bucket}?cors", Encoding.UTF8.GetBytes(body));

        Assert.That(answer, Is.Refused(400, "MalformedXML"));
    }

    [TestCase(100, 200)]
    [TestCase(101, 400)]
    public async Task A_bucket_has_at_most_100_rules(int count, int status)
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await Wire.PutAsync($"/{bucket}?cors", TestCors.Xml(string.Concat(Enumerable.Repeat(TestCors.Rule, count))));

        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task A_bucket_that_is_missing_has_no_rules()
    {
        var put = await Wire.PutAsync("/no-such-bucket?cors", TestCors.Xml(TestCors.Rule));
        var delete = await Wire.SendAsync("DELETE", "/no-such-bucket?cors", null);

        Assert.That(put, Is.Refused(404, "NoSuchBucket"));
        Assert.That(delete, Is.Refused(404, "NoSuchBucket"));
    }

    private static string Show(CORSRule rule) => string.Join(
        '|',
        rule.Id,
        string.Join(',', rule.AllowedOrigins ?? []),
        string.Join(',', rule.AllowedMethods ?? []),
        string.Join(',', rule.AllowedHeaders ?? []),
        string.Join(',', rule.ExposeHeaders ?? []),
        rule.MaxAgeSeconds);
}
