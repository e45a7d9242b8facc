using EmbeddedAws.Iam;

namespace EmbeddedAws.Tests.Iam;

/// <summary>Texts of policies with <c>*</c> and <c>?</c>.</summary>
public sealed class PolicyPatternTests
{
    [TestCase("*", "", true)]
    [TestCase("*", "a/b", true)]
    [TestCase("a*", "a", true)]
    [TestCase("a*b", "a-b-c-b", true)]
    [TestCase("a*b", "a-b-c", false)]
    [TestCase("a**b", "ab", true)]
    [TestCase("?", "", false)]
    [TestCase("a?c", "abc", true)]
    [TestCase("a?c", "abbc", false)]
    [TestCase("*a?c*", "xxabcbb", true)]
    [TestCase("*ab", "aab", true)]
    [TestCase("a.c", "abc", false)]
    [TestCase("A", "a", false)]
    [TestCase("", "", true)]
    [TestCase("", "a", false)]
    [TestCase("a\n*", "a\nb\n", true)]
    public void A_pattern_covers_texts_that_are_like_it(string pattern, string text, bool covers)
    {
        var statement = new PolicyStatement(false, ["s3:*"], [pattern]);

        Assert.That(statement.Covers("s3:GetObject", text), Is.EqualTo(covers));
    }

    [TestCase("s3:get*", true)]
    [TestCase("S3:GETOBJECT", true)]
    [TestCase("s3:put*", false)]
    public void Actions_are_of_any_case(string pattern, bool covers)
    {
        var statement = new PolicyStatement(false, [pattern], ["*"]);

        Assert.That(statement.Covers("s3:GetObject", "a"), Is.EqualTo(covers));
    }

    [Test]
    public void A_pattern_of_many_wildcards_is_no_work()
    {
        var statement = new PolicyStatement(false, ["*"], [string.Concat(Enumerable.Repeat("*a", 40)) + "*b"]);

        Assert.That(statement.Covers("s3:GetObject", new string('a', 4000)), Is.False);
    }
}
