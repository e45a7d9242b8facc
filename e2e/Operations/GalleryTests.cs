using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EmbeddedAws;
using ImageService.E2E.Clouds;
using RestSharp;

namespace ImageService.E2E.Operations;

/// <summary>The gallery as a file. What one does with it is tested in <c>e2e/Gallery</c>.</summary>
public sealed partial class GalleryTests
{
    [Test]
    public async Task The_page_is_served_as_it_was_written([Values("", "/", "/?owner=anna")] string address)
    {
        var answer = await Api.Send(new RestRequest(address));

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Header("Content-Type"), Is.EqualTo("text/html; charset=utf-8"));
        Assert.That(answer.Text, Is.EqualTo(Repository.Read("handlers/gallery.html")));
    }

    [Test]
    public async Task A_browser_that_has_the_page_gets_304()
    {
        var first = await Api.Gallery();

        var second = await Api.Send(new RestRequest().AddHeader("If-None-Match", first.Header("ETag")!));

        Assert.That(second, Is.Status(304));
        Assert.That(second.Header("ETag"), Is.EqualTo(first.Header("ETag")));
        Assert.That(second.Header("Cache-Control"), Is.EqualTo("no-cache"));
        Assert.That(second.Bytes, Is.Empty);
    }

    [Test]
    public async Task HEAD_has_no_body()
    {
        var answer = await Api.Send(new RestRequest("", Method.Head));

        Assert.That(answer, Is.Status(200));
        Assert.That(answer.Bytes, Is.Empty);
    }

    [Test]
    public async Task Only_its_own_script_and_style_run()
    {
        var answer = await Api.Gallery();

        var policy = answer.Header("Content-Security-Policy")!.Split("; ");
        Assert.That(policy, Is.SupersetOf(["default-src 'none'", $"script-src '{Hash(answer, "script")}'", $"style-src '{Hash(answer, "style")}'"]));
        Assert.That(policy, Is.SupersetOf(["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"]));
        Assert.That(answer.Text, Does.Not.Match("""\s(style|on[a-z]+)=["']"""), "The policy blocks attributes with style or script.");
    }

    [Test]
    public async Task It_reaches_the_S3_of_presigned_URLs()
    {
        var image = await Api.UploadImage(SampleImages.Png());
        var signed = new Uri((string)(await Api.DownloadUrl(image.Id)).Json["downloadUrl"]!).GetLeftPart(UriPartial.Authority);

        var answer = await Api.Gallery();

        Assert.That(
            answer.Header("Content-Security-Policy")!.Split("; "),
            Is.SupersetOf([$"connect-src 'self' {signed}", $"img-src 'self' blob: {signed}", "worker-src blob:"]));
    }

    [Test]
    public async Task It_calls_nothing_of_AWS()
    {
        await using var cloud = await Embedded.StartAsync(new EmbeddedCloudOptions());
        var before = cloud.Calls.Counts().Values.Sum();

        var answer = await cloud.Api.Gallery();

        Assert.That(answer, Is.Status(200));
        Assert.That(cloud.Calls.Counts().Values.Sum(), Is.EqualTo(before));
    }

    [Test]
    public async Task It_is_small_and_needs_nothing_from_elsewhere()
    {
        var answer = await Api.Gallery();

        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(answer.Bytes);
        Assert.That(compressed.Length, Is.LessThanOrEqualTo(30 * 1024));
        Assert.That(Elsewhere().Matches(answer.Text).Select(match => match.Value), Is.Empty);
    }

    [Test]
    public void The_guide_to_large_images_shows_its_code()
    {
        var shown = Regex.Match(Repository.Read("docs/large-images.md"), "```js\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

        Assert.That(shown, Is.Not.Empty);
        Assert.That(Repository.Read("handlers/gallery.html"), Does.Contain(shown));
    }

    private static string Hash(Answer answer, string element)
    {
        var text = Regex.Match(answer.Text, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Groups[1].Value;
        return $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
    }

    /// <summary>Addresses outside of the API; the namespace of SVG is a name.</summary>
    [GeneratedRegex("""(https?:)?//(?!www\.w3\.org/2000/svg)[a-z0-9-]+\.[a-z]{2,}""")]
    private static partial Regex Elsewhere();
}
