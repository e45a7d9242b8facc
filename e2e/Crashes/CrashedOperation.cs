namespace ImageService.E2E.Crashes;

/// <summary>A request at whose calls to AWS something goes wrong.</summary>
/// <param name="Name">The operation, and what is special about the request.</param>
/// <param name="Arrange">Makes what the request is about, and gives its id.</param>
/// <param name="Send">Sends the request, the first time and again.</param>
/// <param name="Done">The answers after which a client does not try again.</param>
/// <param name="Check">What has to be true once the request was answered so.</param>
internal sealed record CrashedOperation(
    string Name,
    Func<ApiClient, Task<string>> Arrange,
    Func<ApiClient, string, Task<Answer>> Send,
    IReadOnlyList<int> Done,
    Func<ApiClient, string, Answer, Task> Check)
{
    private static readonly byte[] Image = SampleImages.Png(40, 30);

    /// <summary>One of each operation that calls AWS, in each of its forms.</summary>
    public static IReadOnlyList<CrashedOperation> All { get; } =
    [
        new("uploadImage", Nothing, (api, _) => api.Upload(Image), [201], (api, _, answer) => IsThere(api, answer.Image.Id)),
        new("uploadImage with a key", Nothing, (api, _) => api.Upload(Image, idempotencyKey: "key-1"), [201], IsTheOnlyOne),
        new("listImages", AnImage, (api, _) => api.List(), [200], async (_, id, answer) => Assert.That(answer.Page.Images.Single().Id, Is.EqualTo(id))),
        new("getImage", AnImage, (api, id) => api.Get(id), [200], async (_, id, answer) => Assert.That(answer.Image.Id, Is.EqualTo(id))),
        new("downloadImage", AnImage, (api, id) => api.Download(id), [200], async (_, _, answer) => Assert.That(answer.Bytes, Is.Bytes(Image))),
        new("getDownloadUrl", AnImage, (api, id) => api.DownloadUrl(id), [200], (_, _, _) => Task.CompletedTask),
        new("updateImage", AnImage, (api, id) => api.Update(id, """{"fileName":"renamed.png"}"""), [200], IsRenamed),
        new("deleteImage", AnImage, (api, id) => api.Delete(id), [204, 404], (api, id, _) => IsGone(api, id)),
        new("deleteImage with variants", AnImageWithVariant, (api, id) => api.Delete(id), [204, 404], (api, id, _) => IsGone(api, id)),
        new("deleteImages", AnImage, (api, id) => api.DeleteImages(id), [200], IsGoneUnlessFailed),
        new("renderImage", AnImage, (api, id) => api.Variant(id, "width=32"), [200], (_, _, answer) => IsAPicture(answer)),
        new("renderImage in another format", AnImageWithVariant, (api, id) => api.Variant(id, "width=32&format=png"), [200], (_, _, answer) => IsAPicture(answer)),
        new("renderImage again", AnImageWithVariant, (api, id) => api.Variant(id, "width=32"), [200], (_, _, answer) => IsAPicture(answer)),
        new("createUpload", Nothing, (api, _) => api.CreateUpload(LargeUpload.Describe(Image)), [201], TakesTheBytes),
        new("completeUpload", AnUpload, (api, id) => api.CompleteUpload(id), [200, 201], (api, id, _) => IsThere(api, id)),
    ];

    /// <summary>The name of the test.</summary>
    public override string ToString() => Name;

    private static Task<string> Nothing(ApiClient api) => Task.FromResult("");

    private static async Task<string> AnImage(ApiClient api) => (await api.UploadImage(Image)).Id;

    private static async Task<string> AnImageWithVariant(ApiClient api)
    {
        var id = await AnImage(api);
        Assert.That(await api.Variant(id, "width=32"), Is.Status(200));
        return id;
    }

    private static async Task<string> AnUpload(ApiClient api) => (await LargeUpload.Put(api, Image)).Id;

    private static async Task IsThere(ApiClient api, string id) => Assert.That((await api.Download(id)).Bytes, Is.Bytes(Image));

    private static async Task IsTheOnlyOne(ApiClient api, string id, Answer answer) => Assert.That(await api.ListIds(), Is.EqualTo([answer.Image.Id]));

    private static async Task IsRenamed(ApiClient api, string id, Answer answer) => Assert.That((await api.Get(id)).Image.FileName, Is.EqualTo("renamed.png"));

    private static async Task IsGone(ApiClient api, string id) => Assert.That(await api.Get(id), Is.Status(404));

    private static async Task IsGoneUnlessFailed(ApiClient api, string id, Answer answer)
    {
        var failed = answer.Json["failed"]!.AsArray().Count == 1;
        Assert.That(await api.Get(id), failed ? Is.Status(200).Or.Matches(Is.Status(404)) : Is.Status(404));
    }

    private static async Task IsAPicture(Answer answer) => Assert.That(Variants.Picture.Of(answer).Size, Is.EqualTo((32, 24)));

    private static async Task TakesTheBytes(ApiClient api, string id, Answer answer)
    {
        Assert.That(await PresignedPut.Send(answer.Upload, Image), Is.Status(200));
        Assert.That(await api.CompleteUpload(answer.Upload.Id), Is.Status(201));
    }
}
