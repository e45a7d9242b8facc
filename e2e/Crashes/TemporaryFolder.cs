namespace ImageService.E2E.Crashes;

/// <summary>A folder that is gone when it is disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("image-service-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
