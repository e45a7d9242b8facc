using System.Text;
using EmbeddedAws.Tests.S3;
using Is = EmbeddedAws.Tests.S3.Is;

namespace EmbeddedAws.Tests.S3Control;

/// <summary>The tags of a bucket, as S3 Control reads and changes them.</summary>
public sealed class BucketTagsTests
{
    [Test]
    public async Task Tags_are_added_and_replaced_and_S3_knows_them_too()
    {
        var bucket = await TestBucket.CreateAsync();

        var first = await TagAsync(bucket, ("stage", "one"), ("team", "images"));
        var second = await TagAsync(bucket, ("stage", "two & more"));
        var list = await SendAsync("GET", bucket);
        var s3 = await Wire.GetAsync($"/{bucket}?tagging");

        Assert.That((first.Status, second.Status, list.Status), Is.EqualTo((204, 204, 200)));
        Assert.That(Encoding.UTF8.GetString(list.Body), Is.EqualTo(
            "<ListTagsForResourceResult xmlns=\"http://awss3control.amazonaws.com/doc/2018-08-20/\"><Tags><Tag><Key>team</Key><Value>images</Value></Tag>"
            + "<Tag><Key>stage</Key><Value>two &amp; more</Value></Tag></Tags></ListTagsForResourceResult>"));
        Assert.That(s3.Element("TagSet"), Is.EqualTo("teamimagesstagetwo & more"));
    }

    [Test]
    public async Task The_last_tags_that_are_removed_leave_none()
    {
        var bucket = await TestBucket.CreateAsync();
        await TagAsync(bucket, ("a b", "1"), ("c", "2"));

        var one = await SendAsync("DELETE", bucket, query: "?tagKeys=a%20b");
        var left = await SendAsync("GET", bucket);
        await SendAsync("DELETE", bucket, query: "?tagKeys=c&tagKeys=d");
        var s3 = await Wire.GetAsync($"/{bucket}?tagging");

        Assert.That(one.Status, Is.EqualTo(204));
        Assert.That(left.Element("Tags"), Is.EqualTo("c2"));
        Assert.That(s3, Is.Refused(404, "NoSuchTagSet"));
    }

    [Test]
    public async Task Tags_that_are_put_at_the_same_time_are_all_kept()
    {
        var bucket = await TestBucket.CreateAsync();

        var tagged = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => TagAsync(bucket, ($"key-{number}", "a"))));
        var list = await SendAsync("GET", bucket);

        Assert.That(tagged.Select(answer => answer.Status), Has.All.EqualTo(204));
        Assert.That(Encoding.UTF8.GetString(list.Body).Split("<Key>"), Has.Length.EqualTo(1 + 40));
    }

    [TestCase("<TagResourceRequest><Tags><Tag><Key>a</Key><Key>b</Key><Value>c</Value></Tag></Tags></TagResourceRequest>", "MalformedXML")]
    [TestCase("<TagResourceRequest><Tags><Tag><Key>a</Key><Value>c</Value></Tag></Tags><Tags/></TagResourceRequest>", "MalformedXML")]
    [TestCase("<TagResourceRequest><Tags><Tag><Key>a</Key><Value>c</Value></Tag></Tags><Other><A/></Other></TagResourceRequest>", "InvalidRequest")]
    [TestCase("<TagResourceRequest><Tags><Tag><Key>aws:a</Key><Value>b</Value></Tag></Tags></TagResourceRequest>", "InvalidTag")]
    [TestCase("<TagResourceRequest><Tags><Tag><Key>a</Key></Tag></Tags></TagResourceRequest>", "InvalidRequest")]
    [TestCase("<TagResourceRequest/>", "InvalidRequest")]
    [TestCase("no xml", "MalformedXML")]
    public async Task Tags_that_are_wrong_are_refused(string body, string code)
    {
        var bucket = await TestBucket.CreateAsync();

        var answer = await SendAsync("POST", bucket, Encoding.UTF8.GetBytes(body));

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Element("Error"), Does.StartWith(code));
    }

    [Test]
    public async Task A_document_has_at_most_64_KiB()
    {
        var answer = await SendAsync("POST", await TestBucket.CreateAsync(), new byte[(64 * 1024) + 1]);

        Assert.That(answer.Status, Is.EqualTo(413));
        Assert.That(answer.Element("Error"), Does.StartWith("RequestEntityTooLargeException"));
    }

    [Test]
    public async Task A_bucket_that_is_missing_has_no_tags()
    {
        var answer = await SendAsync("GET", TestBucket.Name());

        Assert.That(answer.Status, Is.EqualTo(404));
        Assert.That(answer.Element("Error"), Does.StartWith("NoSuchBucket"));
    }

    [Test]
    public async Task A_refusal_repeats_what_XML_can_have()
    {
        var answer = await SendAsync("GET", TestBucket.Name(), query: "%01");

        Assert.That(answer.Status, Is.EqualTo(404));
        Assert.That(answer.Element("Error"), Does.StartWith("NoSuchBucket"));
    }

    private static Task<S3Answer> TagAsync(string bucket, params (string Key, string Value)[] tags) => SendAsync("POST", bucket, Encoding.UTF8.GetBytes(
        $"<TagResourceRequest xmlns=\"http://awss3control.amazonaws.com/doc/2018-08-20/\"><Tags>{string.Concat(tags.Select(tag => $"<Tag><Key>{tag.Key}</Key><Value>{tag.Value.Replace("&", "&amp;", StringComparison.Ordinal)}</Value></Tag>"))}</Tags></TagResourceRequest>"));

    private static Task<S3Answer> SendAsync(string method, string bucket, byte[]? body = null, string query = "") => Wire.SendAsync(
        method,
        $"/v20180820/tags/arn:aws:s3:::{bucket}{query}",
        body,
        ("x-amz-account-id", "000000000000"),
        ("x-amz-content-sha256", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body ?? []))));
}
