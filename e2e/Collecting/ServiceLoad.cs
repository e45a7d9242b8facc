using System.Collections.Concurrent;

namespace ImageService.E2E.Collecting;

/// <summary>Clients that upload, complete, delete, and ask for variants, each as fast as it can.</summary>
internal sealed class ServiceLoad(ApiClient api)
{
    private const int Rounds = 5;

    private readonly ConcurrentDictionary<string, byte[]> _kept = [];

    /// <summary>The images that are there at the end, with their bytes.</summary>
    public IReadOnlyDictionary<string, byte[]> Kept => _kept;

    /// <summary>Uploads some images, and asks for a variant of each.</summary>
    public async Task<IReadOnlyList<string>> UploadAsync(int count)
    {
        var ids = new List<string>();
        while (ids.Count < count)
            ids.Add(await UploadAsync());
        return ids;
    }

    /// <summary>Runs all clients.</summary>
    /// <param name="old">Images that were there before: every other one is deleted.</param>
    public Task RunAsync(IReadOnlyList<string> old)
    {
        var deleted = old.Where((_, at) => at % 2 == 0).ToList();
        return Task.WhenAll(
            UploadAndDeleteAsync(), UploadAndDeleteAsync(), CompleteAsync(), CompleteAsync(), DeleteAllAsync(deleted), RenderAllAsync(old, "height=32"), RenderAllAsync(old, "width=64"));
    }

    private async Task UploadAndDeleteAsync()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (deleted, _) = (await UploadAsync(), await UploadAsync());
            await DeleteAsync(deleted);
        }
    }

    private async Task CompleteAsync()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = SampleImages.OfSize(5_000);
            var upload = await LargeUpload.Put(api, bytes);
            Assert.That(await api.CompleteUpload(upload.Id), Is.Status(201));
            _kept[upload.Id] = bytes;
        }
    }

    private async Task DeleteAllAsync(IEnumerable<string> ids)
    {
        foreach (var id in ids)
            await DeleteAsync(id);
    }

    private async Task RenderAllAsync(IEnumerable<string> ids, string query)
    {
        foreach (var id in ids)
        {
            var variant = await api.Variant(id, query);
            // 503: a DELETE took the variant while it was read.
            Assert.That(variant.Status, Is.EqualTo(200).Or.EqualTo(404).Or.EqualTo(503));
        }
    }

    private async Task<string> UploadAsync()
    {
        var bytes = SampleImages.OfSize(5_000);
        var image = await api.UploadImage(bytes);
        _kept[image.Id] = bytes;
        Assert.That(await api.Variant(image.Id, "width=32"), Is.Status(200));
        return image.Id;
    }

    private async Task DeleteAsync(string id)
    {
        _kept.TryRemove(id, out _);
        Assert.That(await api.Delete(id), Is.Status(204));
    }
}
