namespace EmbeddedAws.Tests.S3;

/// <summary>The canned ACLs: the two that say what holds anyway are taken, where rclone and others send them.</summary>
public sealed class AclTests
{
    [TestCase("PUT", "")]
    [TestCase("PUT", "/a")]
    [TestCase("POST", "/a?uploads")]
    [TestCase("PUT", "/a", "{0}/source")]
    public async Task An_acl_that_keeps_the_object_private_is_taken_and_another_one_refused_by_name(string method, string target, string? source = null)
    {
        var bucket = await TestBucket.WithKeysAsync("source");
        (string, string)[] copy = source is null ? [] : [("x-amz-copy-source", source.Replace("{0}", bucket, StringComparison.Ordinal))];

        var @private = await Wire.SendAsync(method, $"/{bucket}{target}", [], [("x-amz-acl", "private"), .. copy]);
        var owner = await Wire.SendAsync(method, $"/{bucket}{target}", [], [("x-amz-acl", "bucket-owner-full-control"), .. copy]);
        var @public = await Wire.SendAsync(method, $"/{bucket}{target}", [], [("x-amz-acl", "public-read"), .. copy]);

        Assert.That((@private.Status, owner.Status), Is.EqualTo((200, 200)));
        Assert.That(@public, Is.Refused(501, "NotImplemented"));
        Assert.That(@public.Element("Header"), Is.EqualTo("x-amz-acl: public-read"));
    }
}
