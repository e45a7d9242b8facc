using System.Globalization;
using EmbeddedAws.Host;

namespace ImageService.E2E.Crashes;

/// <summary>
/// What runs when this assembly is started as a program: the service, whose data is in the folder that is the argument. It prints its URL, reads which call to hold,
/// and says when it is held, so that the test can kill it there.
/// </summary>
internal static class CrashProgram
{
    public const string Armed = "armed";
    public const string Reached = "reached";

    public static async Task Main(string[] arguments)
    {
        await using var served = await ServedFolder.StartAsync(arguments[0], TimeProvider.System);
        await Console.Out.WriteLineAsync($"{served.Url}");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var point = line.Split(' ');
            var hold = new AwsFault.Hold(Afterwards: bool.Parse(point[2]));
            served.Calls.Inject(point[0], hold, call: int.Parse(point[1], CultureInfo.InvariantCulture));
            await Console.Out.WriteLineAsync(Armed);
            await hold.Reached;
            await Console.Out.WriteLineAsync(Reached);
        }
    }
}
