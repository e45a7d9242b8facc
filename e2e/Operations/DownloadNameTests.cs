namespace ImageService.E2E.Operations;

/// <summary>
/// The two names of a download (RFC 6266, appendix D). Clients that know only <c>filename</c> look for a quote or a semicolon and take no
/// escapes: what they could stumble over is replaced there.
/// </summary>
public sealed class DownloadNameTests
{
    [TestCase("sunset.png", "sunset.png")]
    [TestCase("Sun set (1).png", "Sun set (1).png")]
    [TestCase("it's a;b, c=d.png", "it's a;b, c=d.png")]
    [TestCase("café Ünïcôdé.png", "cafe Unicode.png")]
    [TestCase("cafe\u0301.png", "cafe.png")]
    [TestCase("日本.png", "__.png")]
    [TestCase("🌅.png", "_.png")]
    [TestCase("한국어.png", "___.png")]
    [TestCase("≮.png", "_.png", Description = "It is a < with a stroke.")]
    [TestCase("straße.png", "stra_e.png")]
    [TestCase("say \"hi\".png", "say _hi_.png")]
    [TestCase("100%41.png", "100_41.png")]
    [TestCase("a<b>c:d*e?f|g.png", "a_b_c_d_e_f_g.png")]
    [TestCase(".htaccess", "_.htaccess")]
    [TestCase("..", "_..")]
    [TestCase("\u0301", "_")]
    [TestCase("a\u200Db\uFE0F.png", "ab.png")]
    public async Task The_name_in_ASCII_is_one_that_any_client_can_store(string fileName, string ascii)
    {
        var image = await Api.UploadImage(SampleImages.Png(), fileName: fileName);

        var answer = await Api.Download(image.Id);

        Assert.That(image.FileName, Is.EqualTo(fileName));
        Assert.That(answer.Header("Content-Disposition"), Is.EqualTo($"inline; filename=\"{ascii}\"; filename*=UTF-8''{Uri.EscapeDataString(fileName)}"));
    }

    [TestCase("é", "e")]
    [TestCase("日", "_")]
    [TestCase("한", "_")]
    public async Task The_longest_name_is_told_by_the_API_and_by_S3(string character, string ascii)
    {
        var fileName = string.Concat(Enumerable.Repeat(character, 255));
        var image = await Api.UploadImage(SampleImages.Png(), fileName: fileName);
        using var http = new HttpClient();

        var answer = await Api.Download(image.Id);
        var url = await Api.DownloadUrl(image.Id);
        using var download = await http.GetAsync(new Uri((string)url.Json["downloadUrl"]!));

        Assert.That(answer.Header("Content-Disposition"), Does.StartWith($"inline; filename=\"{string.Concat(Enumerable.Repeat(ascii, 255))}\"; "));
        Assert.That((int)download.StatusCode, Is.EqualTo(200));
        Assert.That(download.Content.Headers.GetValues("Content-Disposition").Single(), Is.EqualTo(answer.Header("Content-Disposition")));
    }
}
