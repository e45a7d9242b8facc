using System.Text;

namespace EmbeddedAws.Tests.S3;

/// <summary>A bucket of a test's own that keeps versions.</summary>
internal static class VersionedBucket
{
    public static async Task<string> CreateAsync()
    {
        var bucket = await TestBucket.CreateAsync();
        await SetAsync($"/{bucket}", "Enabled");
        return bucket;
    }

    /// <param name="target">The bucket's path or URL.</param>
    /// <param name="status">Enabled or Suspended.</param>
    public static async Task SetAsync(string target, string status)
    {
        var answer = await Wire.PutAsync($"{target}?versioning", Encoding.UTF8.GetBytes($"<VersioningConfiguration><Status>{status}</Status></VersioningConfiguration>"));
        Assert.That(answer.Status, Is.EqualTo(200));
    }

    /// <summary>Puts a version.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> PutAsync(string path, string text) => (await Wire.PutAsync(path, Encoding.UTF8.GetBytes(text))).Header("x-amz-version-id")!;

    /// <summary>All versions of a bucket in the order of the listing: key, id, <c>M</c> for a delete marker, <c>*</c> for the current one.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(string bucket)
    {
        var answer = await AwsSurface.S3.ListVersionsAsync(bucket);
        return [.. (answer.Versions ?? []).Select(version => $"{version.Key} {version.VersionId}{(version.IsDeleteMarker == true ? " M" : "")}{(version.IsLatest == true ? " *" : "")}")];
    }
}
