namespace ImageService.E2E.Operations;

/// <summary>The image in an upload in JSON: base64, as clients write it.</summary>
public sealed class UploadBase64Tests
{
    [Test]
    public async Task Escaped_slashes_in_base64_are_slashes()
    {
        var bytes = SampleImages.OfSize(1000);

        var answer = await Upload(Convert.ToBase64String(bytes).Replace("/", "\\/", StringComparison.Ordinal));

        Assert.That(answer, Is.Status(201));
        Assert.That((await Api.Download(answer.Image.Id)).Bytes, Is.Bytes(bytes));
    }

    [TestCase("QUJD*UJD", TestName = "{m}: An alphabet that is not base64 ({a})")]
    [TestCase("QUJD-_==", TestName = "{m}: The alphabet of base64url ({a})")]
    [TestCase("QUJDé+==", TestName = "{m}: A letter that is not ASCII ({a})")]
    [TestCase("QUI", TestName = "{m}: Missing padding ({a})")]
    [TestCase("QQ=", TestName = "{m}: Half of the padding ({a})")]
    [TestCase("Q===", TestName = "{m}: Too much padding ({a})")]
    [TestCase("QQ==QUJD", TestName = "{m}: Padding in the middle ({a})")]
    [TestCase("QQ=Q", TestName = "{m}: A letter after half of the padding ({a})")]
    [TestCase("QUJD QUJ", TestName = "{m}: A space ({a})")]
    [TestCase("QUJD\\tQUJD", TestName = "{m}: A tab ({a})")]
    [TestCase("QUJD\\nQUJ", TestName = "{m}: A line break and missing padding ({a})")]
    [TestCase("QUJD\\u0141UJD", TestName = "{m}: An escaped letter that ends like one of the alphabet ({a})")]
    [TestCase("QUJD\\u00e9QUJ", TestName = "{m}: An escaped letter ({a})")]
    [TestCase("QQ==\\nQQ==", TestName = "{m}: Padding before a line break ({a})")]
    [TestCase("data:image/png,QUJD", TestName = "{m}: A data URL without base64 ({a})")]
    [TestCase("data:image/png;base64", TestName = "{m}: A data URL without data ({a})")]
    [TestCase("data:;base64,QUJ", TestName = "{m}: A data URL without padding ({a})")]
    [TestCase(" QUJDQUJ", TestName = "{m}: A leading space ({a})")]
    [TestCase("====", TestName = "{m}: Nothing but padding ({a})")]
    [TestCase("QR==", TestName = "{m}: Bits after the last byte ({a})")]
    [TestCase("QUF=", TestName = "{m}: Bits after the last two bytes ({a})")]
    [TestCase("QUJD\\nQR==", TestName = "{m}: A line break, and bits after the last byte ({a})")]
    [TestCase("data:;base64,QR==\\n", TestName = "{m}: A data URL, and bits after the last byte ({a})")]
    public async Task Content_that_is_not_base64_is_refused(string content)
    {
        var answer = await Upload(content);

        Assert.That(answer, Is.Problem(400, "invalid-base64"));
        Assert.That(answer.ErrorFields, Is.EqualTo(["content"]));
    }

    [TestCase("QUJD--==", "the URL-safe alphabet")]
    [TestCase("QUJD__==", "the URL-safe alphabet")]
    [TestCase("data:a,b;base64,QUJD", "a data URL without ;base64")]
    [TestCase("QUJ", "must be padded")]
    [TestCase("QR==", "must be zero")]
    [TestCase("QUJD QUJ", "a space")]
    public async Task What_is_wrong_with_base64_is_said(string content, string said)
    {
        var answer = await Upload(content);

        Assert.That(answer.Errors[0].Message, Does.Contain(said));
        Assert.That((string?)answer.Json["detail"], Does.StartWith("content is"));
    }

    [TestCase("\\n", 76, Description = "Android's default, and Python's encodebytes.")]
    [TestCase("\\r\\n", 64)]
    [TestCase("\\u000A", 1)]
    public async Task Base64_may_have_line_breaks(string lineBreak, int width)
    {
        var bytes = SampleImages.OfSize(10_000);
        var lines = Convert.ToBase64String(bytes).Chunk(width).Select(line => new string(line) + lineBreak);

        var answer = await Upload(string.Concat(lines));

        Assert.That(answer, Is.Status(201));
        Assert.That((await Api.Download(answer.Image.Id)).Bytes, Is.Bytes(bytes));
    }

    [TestCase("data:image/png;base64,")]
    [TestCase("DATA:;BASE64,")]
    [TestCase("data:image\\/jpeg;charset=utf-8;base64,\\n")]
    public async Task Content_may_be_a_data_URL(string prefix)
    {
        var bytes = SampleImages.Png();

        var answer = await Upload(prefix + Convert.ToBase64String(bytes));

        Assert.That(answer, Is.Status(201));
        Assert.That((await Api.Download(answer.Image.Id)).Bytes, Is.Bytes(bytes));
    }

    [Test]
    public async Task Empty_content_is_an_empty_image()
    {
        var answer = await Upload("");

        Assert.That(answer, Is.Problem(400, "empty-image"));
    }

    private static Task<Answer> Upload(string content) => Api.UploadJson($$"""{"fileName":"a.png","content":"{{content}}"}""");
}
