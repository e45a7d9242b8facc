namespace ImageService.E2E.Gallery;

/// <summary>A service that requires a key.</summary>
[RequiresBrowser, NonParallelizable]
public sealed class KeyTests
{
    [Test]
    public async Task It_asks_once_and_sends_the_key_with_every_request()
    {
        var owner = GalleryImages.NewOwner();
        await Api.UploadImage(SampleImages.Gif(), "secret.gif", owner);
        await using var visit = await Visit.StartAsync($"?owner={owner}", prepare: visit => visit.Answer(async request =>
        {
            if (!request.Url.StartsWith($"{Api.BaseUrl}/images", StringComparison.Ordinal) || request.Headers.Any(header => header is { Key: "x-api-key", Value: "open sesame" }))
                return false;
            await request.RespondAsync(FakeAnswers.Problem(403, "api-key-required", "Send a key in the header x-api-key."), 0);
            return true;
        }));
        await visit.UntilShown("#doorText", "Send a key in the header x-api-key.");

        await visit.Fill("#key", "open sesame");
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.UntilNames("secret.gif");
        await visit.Until("document.querySelector('.tile img')?.naturalWidth === 101 && document.querySelector('.tile img').src.startsWith('blob:')");
        await visit.Page.ReloadAsync();
        await visit.UntilNames("secret.gif");
    }
}
