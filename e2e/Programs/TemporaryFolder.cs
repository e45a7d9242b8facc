namespace ImageService.E2E.Programs;

/// <summary>A folder for the data of a program, which is gone when it is disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>The folder; it exists.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("image-service-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
