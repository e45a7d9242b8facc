using System.Diagnostics;
using ImageService.E2E.Programs;

namespace ImageService.E2E.Crashes;

/// <summary>The service as a separate process, which is killed at a call to AWS: see <see cref="CrashProgram"/>.</summary>
internal sealed class DoomedProcess : IDisposable
{
    private readonly Process _process;

    private DoomedProcess(Process process, Uri url) => (_process, Api) = (process, new ApiClient(url, parallelism: 8));

    /// <summary>A client of its API.</summary>
    public ApiClient Api { get; }

    public static async Task<DoomedProcess> StartAsync(string folder)
    {
        var process = ChildProcess.Start(typeof(CrashProgram).Assembly.Location, [folder]);
        return new DoomedProcess(process, new Uri((await process.StandardOutput.ReadLineAsync())!));
    }

    /// <summary>Kills the process at a call.</summary>
    /// <param name="awsCall">AWS's name of the call.</param>
    /// <param name="number">Which one of those that the request makes.</param>
    /// <param name="afterwards">Whether the call is carried out first.</param>
    /// <param name="send">Sends the request that makes it.</param>
    public async Task KillAtAsync(string awsCall, int number, bool afterwards, Func<Task> send)
    {
        await _process.StandardInput.WriteLineAsync($"{awsCall} {number} {afterwards}");
        Assert.That(await _process.StandardOutput.ReadLineAsync(), Is.EqualTo(CrashProgram.Armed));
        var request = send();
        var reached = _process.StandardOutput.ReadLineAsync();
        Assert.That(await Task.WhenAny(reached, request), Is.SameAs(reached), "The request made no such call.");
        _process.Kill();
        await _process.WaitForExitAsync();
        Assert.That(() => request, Throws.InstanceOf<HttpRequestException>());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        Api.Dispose();
    }
}
