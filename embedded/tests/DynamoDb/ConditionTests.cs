namespace EmbeddedAws.Tests.DynamoDb;

/// <summary>Conditions and filters, tried as the condition of a delete.</summary>
public sealed class ConditionTests
{
    [TestCase("n = :five")]
    [TestCase("n <> :six")]
    [TestCase("n < :six")]
    [TestCase("n <= :five")]
    [TestCase("n > :minus")]
    [TestCase("n >= :five")]
    [TestCase(":six > n")]
    [TestCase("absent <> :five")]
    [TestCase("n <> :text")]
    [TestCase("n BETWEEN :minus AND :five")]
    [TestCase("n between :five and :six")]
    [TestCase("n IN (:six, :five)")]
    [TestCase("word IN (:text)")]
    [TestCase("NOT n = :six")]
    [TestCase("n = :six OR n = :five AND word = :text")]
    [TestCase("NOT n = :six AND word = :text")]
    [TestCase("NOT (n = :five AND word = :part)")]
    [TestCase("(n = :six OR n = :five) AND (word = :text)")]
    [TestCase("(size(bytes)) < :five")]
    [TestCase("(word) = :text")]
    [TestCase("n = (:five)")]
    [TestCase("(n) IN ((:six), (:five))")]
    [TestCase("(n) BETWEEN (:minus) AND (:five)")]
    [TestCase("NOT (n) = (:six) AND ((word) = :text)")]
    [TestCase("(n IN (:five)) AND (attribute_exists((doc)))")]
    [TestCase("begins_with((word), (:part))")]
    [TestCase("(doc).deep.x = :six AND (doc.deep).x = :six AND (l)[0] = :five")]
    [TestCase("attribute_exists(doc.deep.x)")]
    [TestCase("attribute_not_exists(doc.deep.y)")]
    [TestCase("attribute_type(l, :typeL)")]
    [TestCase("begins_with(word, :part)")]
    [TestCase("begins_with(bytes, :bytes)")]
    [TestCase("contains(word, :part)")]
    [TestCase("contains(tags, :text)")]
    [TestCase("contains(l, :five)")]
    [TestCase("contains(bytes, :bytes)")]
    [TestCase("size(word) = :five")]
    [TestCase("size(bytes) < :five")]
    [TestCase("size(l) > size(tags)")]
    [TestCase("size(doc) BETWEEN :minus AND :six")]
    [TestCase("l[0] = :five AND doc.deep.x = :six")]
    [TestCase("tags = :tags")]
    [TestCase("l = :list")]
    [TestCase("doc = :map")]
    [TestCase("flag = :true")]
    public async Task A_condition_holds(string condition)
    {
        var outcome = await ConditionTrial.Try(condition);

        Assert.That(outcome, Is.EqualTo("no error"));
    }

    [TestCase("n = :six")]
    [TestCase("n <> :five")]
    [TestCase("n < :five")]
    [TestCase("n <= :minus")]
    [TestCase("n > :text")]
    [TestCase("n < :text")]
    [TestCase("absent = :five")]
    [TestCase("absent < :five")]
    [TestCase("absent = zest")]
    [TestCase("n BETWEEN :minus AND :minus")]
    [TestCase("n IN (:six, :text)")]
    [TestCase("NOT n = :five")]
    [TestCase("(n = :five OR n = :six) AND word = :part")]
    [TestCase("n = :six AND word = :text OR word = :part")]
    [TestCase("attribute_exists(absent)")]
    [TestCase("attribute_not_exists(n)")]
    [TestCase("attribute_exists(n.x)")]
    [TestCase("attribute_exists(l[9])")]
    [TestCase("attribute_type(n, :typeL)")]
    [TestCase("begins_with(word, :text2)")]
    [TestCase("begins_with(n, :part)")]
    [TestCase("contains(tags, :part)")]
    [TestCase("contains(n, :five)")]
    [TestCase("size(n) = :five")]
    [TestCase("l = :tags")]
    public async Task A_condition_fails(string condition)
    {
        var outcome = await ConditionTrial.Try(condition);

        Assert.That(outcome, Is.EqualTo("ConditionalCheckFailedException: The conditional request failed"));
    }
}
