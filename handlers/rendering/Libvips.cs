using NetVips;

namespace ImageService.Rendering;

/// <summary>How libvips runs in this process (https://www.libvips.org/API/current/developer-checklist.html).</summary>
internal static class Libvips
{
    /// <summary>The loaders of the formats that the service takes. BMP has none in this build.</summary>
    private static readonly string[] Loaders =
        ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadNsgif", "VipsForeignLoadWebp", "VipsForeignLoadHeif", "VipsForeignLoadTiff"];

    /// <summary>Broken images would otherwise fill the log with libvips' warnings.</summary>
    private static readonly Log.LogDelegate NoLog = (_, _, _) => { };

    private static readonly Lazy<bool> Prepared = new(() =>
    {
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning | Enums.LogLevelFlags.Message | Enums.LogLevelFlags.Info, NoLog);
        NetVips.NetVips.BlockUntrusted = true;
        // What is left of the others goes too: an upload is never of their formats.
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in Loaders)
            Operation.Block(loader, false);
        // Each image is rendered once: results of its operations are of no use to another.
        Cache.Max = 0;
        Cache.MaxMem = 0;
        Cache.MaxFiles = 0;
        NetVips.NetVips.Concurrency = Environment.ProcessorCount;
        return true;
    });

    /// <summary>Sets it up, once.</summary>
    public static void Prepare() => _ = Prepared.Value;
}
