using RestSharp;

namespace ImageService.E2E.Variants;

/// <summary>A variant above 4 MiB does not fit an answer of Lambda: it is fetched from S3.</summary>
public sealed class LargeVariantTests
{
    [Test]
    public async Task A_large_variant_is_redirected_to_S3_with_the_method_that_asked()
    {
        var upload = await LargeUpload.Put(Api, PngWriter.Write(PngPixels.Noise(1040, 1040)));
        await Api.CompleteUpload(upload.Id);

        var get = await Api.Variant(upload.Id);
        var head = await Api.Variant(upload.Id, method: Method.Head);
        var known = await Api.Variant(upload.Id, ifNoneMatch: "*");

        using var http = new HttpClient();
        using var bytes = await http.GetAsync(new Uri(get.Header("Location")!));
        using var headers = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(head.Header("Location")!)));
        Assert.That(get, Is.Status(307));
        Assert.That(get.Header("Cache-Control"), Is.EqualTo("no-store"));
        Assert.That(get.Header("Vary"), Is.EqualTo("Accept"));
        Assert.That((int)bytes.StatusCode, Is.EqualTo(200));
        Assert.That(bytes.Content.Headers.ContentType?.ToString(), Is.EqualTo("image/png"));
        Assert.That(bytes.Content.Headers.ContentLength, Is.GreaterThan(4 * 1024 * 1024));
        Assert.That(head, Is.Status(307));
        Assert.That((int)headers.StatusCode, Is.EqualTo(200));
        Assert.That(known, Is.Status(304));
    }
}
