using PuppeteerSharp;

namespace ImageService.E2E.Gallery;

/// <summary>The Chrome or Chromium that all tests of the gallery share: found on this machine, started for the first of them.</summary>
[SetUpFixture]
public sealed class Browser
{
    private const string Variable = "CHROME_PATH";

    /// <summary>A name that leads to this machine, and that nothing here takes for its own.</summary>
    internal const string ForeignHost = "foreign.example";

    private static readonly string[] Commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/snap/bin/chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static readonly string Profile = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"image-service-browser-{Guid.NewGuid()}");

    private static readonly Lazy<string?> Found = new(Find);

    private static readonly Lazy<Task<IBrowser>> Shared = new(StartAsync);

    /// <summary>The program; null if none is installed, and with <c>CHROME_PATH=none</c>.</summary>
    public static string? Path => Found.Value;

    /// <summary>A new window with storage of its own.</summary>
    internal static async Task<IBrowserContext> OpenAsync() => await (await Shared.Value).CreateBrowserContextAsync();

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (Shared.IsValueCreated)
            await (await Shared.Value).CloseAsync();
        if (Directory.Exists(Profile))
            Directory.Delete(Profile, recursive: true);
    }

    private static string? Find()
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        if (path == "none")
            return null;
        if (!string.IsNullOrEmpty(path))
            return File.Exists(path) ? path : throw new FileNotFoundException($"{Variable} names {path}, where there is no file.");
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);
        return folders.SelectMany(_ => Commands, System.IO.Path.Combine).Concat(Places).FirstOrDefault(File.Exists);
    }

    private static Task<IBrowser> StartAsync() => Puppeteer.LaunchAsync(new LaunchOptions
    {
        ExecutablePath = Path,
        UserDataDir = Profile,
        DefaultViewport = new ViewPortOptions { Width = 1280, Height = 800 },
        Args =
        [
            "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"\"--host-resolver-rules=MAP {ForeignHost} 127.0.0.1\"",
            // Containers give root no namespaces for a sandbox; the page is ours.
            .. Environment.UserName == "root" ? (string[])["--no-sandbox"] : [],
        ],
    });
}
