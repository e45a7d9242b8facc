namespace EmbeddedAws.Tests.Lambda;

/// <summary>A folder by which scripts of functions and a test wait for each other.</summary>
internal sealed class MeetingPlace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("functions-");

    /// <summary>Has a script say that it is there, and wait until it may go on.</summary>
    /// <param name="name">What both call this moment.</param>
    public string Wait(string name) => $"touch {_folder.FullName}/{name}-$$; until [ -e {_folder.FullName}/{name} ]; do sleep 0.05; done";

    /// <summary>Has a script say that it is there, and write lines until it may go on.</summary>
    /// <param name="name">What both call this moment.</param>
    public string Write(string name) => $"touch {_folder.FullName}/{name}-$$; until [ -e {_folder.FullName}/{name} ]; do echo line; done";

    /// <summary>Waits until so many scripts are there.</summary>
    /// <param name="name">The moment.</param>
    /// <param name="count">How many.</param>
    /// <param name="meanwhile">What is done again and again until then.</param>
    public async Task ReachedAsync(string name, int count = 1, Action? meanwhile = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (_folder.GetFiles($"{name}-*").Length < count)
        {
            meanwhile?.Invoke();
            await poll.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>Lets them go on.</summary>
    public void GoOn(string name) => File.Create(Path.Combine(_folder.FullName, name)).Dispose();

    public void Dispose() => _folder.Delete(recursive: true);
}
