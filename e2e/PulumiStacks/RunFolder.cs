namespace ImageService.E2E.PulumiStacks;

/// <summary>The files of one run: what Pulumi knows of its stacks, and the logs, written as they come. They are kept when something failed.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly TextWriter _pulumi;
    private bool _succeeded;

    public RunFolder()
    {
        Location = Directory.CreateTempSubdirectory("image-service-e2e-").FullName;
        State = Directory.CreateDirectory(Path.Combine(Location, "state")).FullName;
        _pulumi = TextWriter.Synchronized(new StreamWriter(Path.Combine(Location, "pulumi.log")) { AutoFlush = true });
        // Unbuffered, so that the log is complete even if the run is ended.
        ServerLog = Stream.Synchronized(new FileStream(Path.Combine(Location, "server.log"), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0));
    }

    /// <summary>Where it is.</summary>
    public string Location { get; }

    /// <summary>The folder of Pulumi's backend.</summary>
    public string State { get; }

    /// <summary>The log of the server; that of LocalStack has those of the functions, too.</summary>
    public Stream ServerLog { get; }

    /// <summary>Adds a line to the log of Pulumi.</summary>
    public void WritePulumi(string line) => _pulumi.WriteLine(line);

    /// <summary>The logs are not needed.</summary>
    public void Succeed() => _succeeded = true;

    public void Dispose()
    {
        _pulumi.Dispose();
        ServerLog.Dispose();
        if (_succeeded || IsWithoutLogs)
            Directory.Delete(Location, recursive: true);
        else
            TestContext.Error.WriteLine($"The logs of the server and of Pulumi are in {Location}.");
    }

    private bool IsWithoutLogs => Directory.EnumerateFiles(Location, "*.log").All(file => new FileInfo(file).Length == 0);
}
