using ImageService.Handlers.Routing;
using ImageService.Stack.Policies;
using ImageService.Stack.Settings;

namespace ImageService.Stack.Functions;

/// <summary>What sets a function apart from the others: those of the API, one for each route, and the collector.</summary>
public sealed class FunctionDefinition
{
    /// <summary>Of all functions but one.</summary>
    internal const string Package = "ImageService.Lambda";

    /// <summary>The one that carries libvips.</summary>
    internal const string RenderingPackage = "ImageService.Lambda.Rendering";

    private readonly string _package;

    private FunctionDefinition(string name, string package, string displayName, FunctionSettings settings)
    {
        (Name, _package, DisplayName) = (name, package, displayName);
        (MemoryMegabytes, TimeoutSeconds, ReservedConcurrency) = (settings.MemoryMegabytes, settings.TimeoutSeconds, settings.ReservedConcurrency);
    }

    /// <summary>Its name in this program, and that of its class without <c>Function</c>: <c>UploadImage</c>.</summary>
    public string Name { get; }

    /// <summary>Assembly, type and method, as Lambda's .NET runtime finds them.</summary>
    public string Handler => $"{_package}::{_package}.{Name}Function::HandleAsync";

    /// <summary>The end of its name on AWS: <c>uploadImage</c>.</summary>
    internal string DisplayName { get; }

    /// <summary>Its memory in MB.</summary>
    internal int MemoryMegabytes { get; private init; }

    /// <summary>When Lambda gives an invocation up.</summary>
    internal int TimeoutSeconds { get; private init; }

    /// <summary>How often it may run at once, set aside for it alone; null for what the account has left.</summary>
    internal int? ReservedConcurrency { get; private init; }

    /// <summary>The variables that only its environment has.</summary>
    internal IEnumerable<(string Name, string Value)> Variables { get; private init; } = [];

    /// <summary>What it may do to data.</summary>
    internal Func<DataArns, IReadOnlyList<Statement>> Permissions { get; private init; } = _ => [];

    /// <summary>The function of an operation and of those that share its route.</summary>
    public static FunctionDefinition Of(Operation operation, FunctionSettings settings)
    {
        var variants = operation == Operation.RenderImage ? settings.Variants : null;
        return new(operation.ToString(), variants is null ? Package : RenderingPackage, operation.Name(), settings)
        {
            MemoryMegabytes = variants?.MemoryMegabytes ?? settings.MemoryMegabytes,
            Variables = variants?.Variables ?? [],
            Permissions = data => Policies.Permissions.Of(operation, data),
        };
    }

    /// <summary>The function that a schedule calls. One run at a time is enough.</summary>
    public static FunctionDefinition Collector(FunctionSettings settings) => new("CollectGarbage", Package, "collectGarbage", settings)
    {
        TimeoutSeconds = settings.CollectorTimeoutSeconds,
        ReservedConcurrency = null,
        Permissions = Policies.Permissions.OfCollector,
    };

    /// <summary>Where its package is: where the build of this program publishes it, or with the native ones.</summary>
    internal string FolderFor(FunctionSettings settings) =>
        settings.IsNative
            ? NativePackages.FolderFor(settings.NativePackages!, _package, settings.Architecture)
            : Path.Combine(AppContext.BaseDirectory, "functions", _package, settings.Architecture);
}
