namespace ImageService.E2E.Cloud.LocalStack;

/// <summary>The files of one run: what Pulumi knows of its stacks, and the logs. They are kept when something failed.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly TextWriter _pulumi;
    private bool _succeeded;

    public RunFolder()
    {
        Location = Directory.CreateTempSubdirectory("image-service-e2e-").FullName;
        State = Directory.CreateDirectory(Path.Combine(Location, "state")).FullName;
        _pulumi = TextWriter.Synchronized(new StreamWriter(Path.Combine(Location, "pulumi.log")) { AutoFlush = true });
    }

    /// <summary>Where it is.</summary>
    public string Location { get; }

    /// <summary>The folder of Pulumi's backend.</summary>
    public string State { get; }

    /// <summary>Adds a line to the log of Pulumi.</summary>
    public void WritePulumi(string line) => _pulumi.WriteLine(line);

    /// <summary>Writes the log of LocalStack, in which those of the functions are.</summary>
    public Task WriteLocalStackAsync(string log) => File.WriteAllTextAsync(Path.Combine(Location, "localstack.log"), log);

    /// <summary>Nobody will need the logs.</summary>
    public void Succeed() => _succeeded = true;

    public void Dispose()
    {
        _pulumi.Dispose();
        if (_succeeded)
            Directory.Delete(Location, recursive: true);
        else
            TestContext.Error.WriteLine($"The logs of LocalStack and Pulumi are in {Location}.");
    }
}
